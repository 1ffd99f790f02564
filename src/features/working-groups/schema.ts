import { z } from 'zod';
import { parseDay } from '@/foundation/days';
import { deliverableKinds } from './names';
import { WEEKS_MAX, WEEKS_MIN } from './weeks';

export const NAME_MAX = 80;
export const QUESTION_MAX = 300;
export const CHARTER_MAX = 8_000;
export const NOTE_MAX = 2_000;

const id = z.string().min(1).max(60);
const longText = (max: number) =>
  z.string().trim().max(max, `This text has at most ${max} characters.`).default('');
/** A handle or a whole name. */
const somebody = z.string().trim().max(120).default('');
const mark = z
  .string()
  .optional()
  .transform((value) => value === 'on');
const hours = z.coerce
  .number('Write the hours a week as a number.')
  .int('Write whole hours.')
  .min(1, 'A seat takes at least one hour a week.')
  .max(40, 'A seat takes at most 40 hours a week.');
const day = z.string('Say on which day.').transform((text, check) => {
  const parsed = parseDay(text.trim());
  if (!parsed) check.addIssue({ code: 'custom', message: 'Give a day such as 2026-03-01.' });
  return parsed as Date;
});

const charter = {
  name: z
    .string()
    .trim()
    .min(2, 'Give it a name of at least two letters.')
    .max(NAME_MAX, `A name has at most ${NAME_MAX} characters.`),
  question: z
    .string()
    .trim()
    .min(1, 'Write the one question it is to answer.')
    .max(QUESTION_MAX, `A question has at most ${QUESTION_MAX} characters.`),
  charter: longText(CHARTER_MAX),
  exitTest: longText(NOTE_MAX),
  sponsor: somebody,
  startsOn: day,
  weeks: z.coerce
    .number('Choose how many weeks.')
    .int()
    .min(WEEKS_MIN, `A working group lasts at least ${WEEKS_MIN} weeks.`)
    .max(WEEKS_MAX, `A working group lasts at most ${WEEKS_MAX} weeks.`),
};

export const proposeGroupInput = z.object({
  ...charter,
  /** The address of the guild or tribe it belongs to; empty for none. */
  parent: z.string().trim().max(80).default(''),
  hoursPerWeek: hours,
  managerAgreed: mark,
});

export const editGroupInput = z.object({ groupId: id, ...charter });

export const moveGroupInput = z.object({
  groupId: id,
  to: z.enum(['CHARTERED', 'ACTIVE', 'REVIEW', 'CLOSED', 'DISBANDED']),
  reason: longText(NOTE_MAX),
});

export const extendGroupInput = z.object({
  groupId: id,
  extendedTo: day,
  reason: z.string().trim().min(1, 'Say why more time is needed.').max(NOTE_MAX),
});

export const recordCheckpointInput = z.object({
  groupId: id,
  week: z.coerce.number().int().min(0).max(16),
  heldOn: day,
  note: z.string().trim().min(1, 'Write down where the group stands.').max(NOTE_MAX),
});

const seat = { hoursPerWeek: hours, managerAgreed: mark, isLead: mark };

export const addSeatInput = z.object({
  groupId: id,
  person: z.string().trim().min(1, 'Say who takes the seat.').max(120),
  /** An address or a whole name; empty for the person's home squad. */
  squad: z.string().trim().max(120).default(''),
  ...seat,
});
export const editSeatInput = z.object({ seatId: id, ...seat });
export const endSeatInput = z.object({ seatId: id });

const deliverable = {
  kind: z.enum(deliverableKinds, 'Choose what kind of thing it is.'),
  title: z
    .string()
    .trim()
    .min(1, 'Give it a title.')
    .max(140, 'A title has at most 140 characters.'),
  description: longText(NOTE_MAX),
  version: z.string().trim().min(1, 'Give it a version such as 0.1.').max(20).default('0.1'),
  url: z
    .union([
      z.literal('').transform(() => null),
      z.url({ protocol: /^https?$/, error: 'A link begins with https://.' }),
      z.string().regex(/^\/[a-z0-9]/, 'A link within the portal begins with /.'),
    ])
    .default(null),
  dueOn: day,
  ownerSquad: z.string().trim().max(120).default(''),
};

export const addDeliverableInput = z.object({ groupId: id, ...deliverable });
export const editDeliverableInput = z.object({ deliverableId: id, ...deliverable });
export const moveDeliverableInput = z.object({
  deliverableId: id,
  to: z.enum(['DRAFT', 'REVIEW', 'PUBLISHED', 'WARRANTY', 'MAINTAINED', 'DEPRECATED']),
  occurredOn: day,
  note: longText(NOTE_MAX),
});
