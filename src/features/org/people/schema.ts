import { z } from 'zod';
import {
  ABOUT_MAX,
  dayInput,
  HEADLINE_MAX,
  idInput,
  PERSON_NAME_MAX,
  TOPIC_LENGTH_MAX,
  TOPICS_MAX,
  timeZoneInput,
} from '../schema';

const nameInput = z
  .string('Give a name.')
  .trim()
  .min(1, 'Give a name.')
  .max(PERSON_NAME_MAX, `At most ${PERSON_NAME_MAX} characters.`);

/** One topic a line, or several with commas between them. */
const topicsInput = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((topic) => topic.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string().max(TOPIC_LENGTH_MAX, `Each at most ${TOPIC_LENGTH_MAX} characters.`))
      .max(TOPICS_MAX, `At most ${TOPICS_MAX}.`),
  );

export const profileInput = z.object({
  personId: idInput,
  name: nameInput,
  headline: z.string().trim().max(HEADLINE_MAX, `At most ${HEADLINE_MAX} characters.`).default(''),
  about: z.string().trim().max(ABOUT_MAX, `At most ${ABOUT_MAX} characters.`).default(''),
  timeZone: timeZoneInput,
  skills: topicsInput,
  askMeAbout: topicsInput,
});
export type ProfileInput = z.output<typeof profileInput>;

export const newPersonInput = z.object({
  name: nameInput,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.union([z.literal(''), z.email('Give a full e-mail address.')]))
    .default('')
    .transform((email) => email || null),
  timeZone: timeZoneInput,
  startedOn: dayInput,
  /** The home squad's slug, when there is one already. */
  squad: z.string().trim().optional(),
});
export type NewPerson = z.output<typeof newPersonInput>;

/** What the directory is narrowed to; what is not understood is left out rather than refused. */
export const directoryQuery = z.object({
  text: z.string().trim().max(80).optional().catch(undefined),
  tribe: z.string().max(80).optional().catch(undefined),
  squad: z.string().max(80).optional().catch(undefined),
  chapter: z.string().max(80).optional().catch(undefined),
  guild: z.string().max(80).optional().catch(undefined),
  skill: z.string().trim().max(TOPIC_LENGTH_MAX).optional().catch(undefined),
});
export type DirectoryQuery = z.output<typeof directoryQuery>;
