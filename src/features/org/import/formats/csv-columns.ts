import { z } from 'zod';
import type { MembershipRole, UnitKind } from '../../schema';
import {
  dayField,
  emailField,
  handleField,
  headlineField,
  keyField,
  longTextField,
  nameField,
  noteField,
  timeZoneField,
  topicField,
} from '../fields';

/** Columns as people write them: `Time zone`, `time-zone` and `TIME_ZONE` are one. */
export const columnName = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const UNIT_KINDS: Record<string, UnitKind> = {
  tribe: 'TRIBE',
  squad: 'SQUAD',
  team: 'SQUAD',
  chapter: 'CHAPTER',
  guild: 'GUILD',
  'sub-guild': 'SUBGUILD',
  subguild: 'SUBGUILD',
  'working-group': 'WORKING_GROUP',
};

const ROLES: Record<string, MembershipRole> = {
  member: 'MEMBER',
  lead: 'LEAD',
  'chapter-lead': 'CHAPTER_LEAD',
  steward: 'STEWARD',
  guest: 'GUEST',
};

const MARKS: Record<string, boolean> = {
  yes: true,
  true: true,
  '1': true,
  x: true,
  no: false,
  false: false,
  '0': false,
};

const oneOf = <Value>(words: Record<string, Value>, what: string) =>
  z.string().transform((text, check) => {
    const word = text.toLowerCase().replace(/[\s_]+/g, '-');
    if (Object.hasOwn(words, word)) return words[word] as Value;
    check.addIssue({
      code: 'custom',
      message: `“${text}” is no ${what}: use ${Object.keys(words).join(', ')}.`,
    });
    return z.NEVER;
  });

const listField = z
  .string()
  .transform((text) => [...new Set(text.split(/[;|\n]/).map((topic) => topic.trim()))])
  .transform((topics) => topics.filter(Boolean))
  .pipe(z.array(topicField).max(50, 'At most 50 topics.'));

/** What one row may say; an empty cell says nothing. */
export const csvRow = z.object({
  person: keyField.optional(),
  name: nameField.optional(),
  email: emailField.optional(),
  handle: handleField.optional(),
  time_zone: timeZoneField.optional(),
  headline: headlineField.optional(),
  about: longTextField.optional(),
  skills: listField.optional(),
  ask_me_about: listField.optional(),
  started_on: dayField.optional(),
  left_on: dayField.optional(),
  unit: keyField.optional(),
  unit_name: nameField.optional(),
  unit_kind: oneOf(UNIT_KINDS, 'kind of unit').optional(),
  /** A hyphen says that the unit belongs to none. */
  unit_parent: keyField.transform((key) => (key === '-' ? null : key)).optional(),
  unit_purpose: longTextField.optional(),
  unit_time_zone: timeZoneField.optional(),
  role: oneOf(ROLES, 'role').optional(),
  primary: oneOf(MARKS, 'yes or no').optional(),
  since: dayField.optional(),
  note: noteField.optional(),
});
export type CsvCells = z.output<typeof csvRow>;

export const CSV_COLUMNS = Object.keys(csvRow.shape);
