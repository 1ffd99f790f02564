import { z } from 'zod';
import { parseDay } from '@/foundation/days';
import { timeZoneInput } from '../schema';
import { KEY_MAX, LONG_TEXT_MAX, NAME_MAX } from './schema';

// A name with a line break or a control character is a damaged file, or somebody's trick.
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_BREAKS = /(?![\n\t])\p{Cc}/u;

const line = (what: string, max: number) =>
  z
    .string(`${what} is not a text.`)
    .trim()
    .max(max, `${what} is longer than ${max} characters.`)
    .refine((text) => !CONTROL.test(text), `${what} holds control characters.`);

/** What a file calls a person or unit, by which the next file finds it again. */
export const keyField = line('The key', KEY_MAX).min(1, 'The key is empty.');
export const nameField = line('The name', NAME_MAX).min(1, 'The name is empty.');
export const headlineField = line('The headline', NAME_MAX);
export const noteField = line('The note', NAME_MAX);
export const topicField = line('A topic', NAME_MAX).min(1);

export const longTextField = z
  .string('A text was expected.')
  .trim()
  .max(LONG_TEXT_MAX, `The text is longer than ${LONG_TEXT_MAX} characters.`)
  .refine((text) => !CONTROL_BUT_BREAKS.test(text), 'The text holds control characters.');

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('The e-mail address is not one.').max(254, 'The e-mail address is too long.'));

export const handleField = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'A handle is made of small letters, digits and single hyphens.',
  )
  .max(60, 'The handle is longer than 60 characters.');

export const dayField = z
  .string()
  .trim()
  .refine((text) => parseDay(text) !== null, 'Write days as 2026-03-01.');

/** Asking whether a name is a time zone costs more than all else in a row, and a file has few of them. */
const knownTimeZones = new Map<string, boolean>();

export const timeZoneField = z
  .string()
  .trim()
  .refine((name) => {
    const known = knownTimeZones.get(name) ?? timeZoneInput.safeParse(name).success;
    if (knownTimeZones.size < 1000) knownTimeZones.set(name, known);
    return known;
  }, 'Give a time zone such as Europe/Lisbon.');

/** Zod's issues as one sentence or more, each at most once. */
export const sentencesOf = ({ issues }: z.ZodError): string =>
  [...new Set(issues.map(({ message }) => message))].join(' ');
