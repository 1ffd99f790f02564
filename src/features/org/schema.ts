import { z } from 'zod';
import { parseDay } from '@/foundation/days';

export const unitKinds = [
  'TRIBE',
  'SQUAD',
  'CHAPTER',
  'GUILD',
  'SUBGUILD',
  'WORKING_GROUP',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const membershipRoles = ['MEMBER', 'LEAD', 'CHAPTER_LEAD', 'STEWARD', 'GUEST'] as const;
export type MembershipRole = (typeof membershipRoles)[number];

export const membershipSources = ['SELF', 'LEAD', 'ADMINISTRATOR', 'IMPORT', 'DEPARTURE'] as const;
export type MembershipSource = (typeof membershipSources)[number];

export const UNIT_NAME_MAX = 80;
/** As long as an import may bring it, so that an imported one can be edited as it is. */
export const PURPOSE_MAX = 5000;
export const REASON_MAX = 300;
export const PERSON_NAME_MAX = 100;
export const HEADLINE_MAX = 120;
export const ABOUT_MAX = 2000;
export const TOPICS_MAX = 20;
export const TOPIC_LENGTH_MAX = 60;

export const idInput = z.string().min(1).max(64);

/** `2025-03-01` as a form sends it. */
export const dayInput = z.string('Say on which day.').transform((text, check) => {
  const day = parseDay(text.trim());
  if (!day) check.addIssue({ code: 'custom', message: 'Give a day such as 2026-03-01.' });
  return day as Date;
});

/** An empty field means that no day is given. */
export const optionalDayInput = z
  .union([z.literal('').transform(() => null), dayInput])
  .nullish()
  .transform((day) => day ?? null);

/** A mark in a form: present when set. */
export const markInput = z
  .string()
  .optional()
  .transform((value) => value === 'on');

export const reasonInput = z
  .string('Say why, in a few words.')
  .trim()
  .min(3, 'Say why, in a few words.')
  .max(REASON_MAX, `At most ${REASON_MAX} characters.`);

export const optionalReasonInput = z
  .string()
  .trim()
  .max(REASON_MAX, `At most ${REASON_MAX} characters.`)
  .optional()
  .transform((reason) => reason || null);

export const timeZoneInput = z
  .string()
  .trim()
  .refine(isTimeZone, 'Give a time zone such as Europe/Lisbon.');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
