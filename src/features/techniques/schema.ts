import { z } from 'zod';
import { dayInput, idInput, markInput } from '@/features/org/schema';
import { NONE_FOUND } from './readiness';

export const TITLE_MAX = 140;
export const SUMMARY_MAX = 400;
export const SECTION_MAX = 20_000;
export const WORDS_MAX = 2_000;

export const wordsInput = (max: number = WORDS_MAX) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= max, `At most ${max} characters.`);

export const neededWords = (sentence: string, max: number = WORDS_MAX) =>
  wordsInput(max).refine((text) => text !== '', sentence);

const sections = {
  problem: neededWords('Say which problem it solves.', SECTION_MAX),
  context: wordsInput(SECTION_MAX),
  approach: neededWords('Say what you did.', SECTION_MAX),
  failedApproaches: wordsInput(SECTION_MAX),
  dataChallenges: wordsInput(SECTION_MAX),
  evaluationMethod: wordsInput(SECTION_MAX),
  needsData: wordsInput(),
  needsInfrastructure: wordsInput(),
  needsSkill: wordsInput(),
};

const writeUp = {
  title: neededWords('Give it a title that names the thing.', TITLE_MAX),
  summary: wordsInput(SUMMARY_MAX),
  originOn: dayInput,
  ...sections,
  /** Marks at sections in which the squad looked and found nothing. */
  failedApproachesNone: markInput,
  dataChallengesNone: markInput,
  evaluationMethodNone: markInput,
};

type WriteUp = z.output<z.ZodObject<typeof writeUp>>;

/** A mark at an empty section stands for the words; what was written there wins. */
function sayNoneFound<Input extends WriteUp>(input: Input) {
  const { failedApproachesNone, dataChallengesNone, evaluationMethodNone, ...said } = input;
  const isNone = (mark: boolean, text: string) => (mark && text === '' ? NONE_FOUND : text);
  return {
    ...said,
    failedApproaches: isNone(failedApproachesNone, input.failedApproaches),
    dataChallenges: isNone(dataChallengesNone, input.dataChallenges),
    evaluationMethod: isNone(evaluationMethodNone, input.evaluationMethod),
  };
}

export const recordTechniqueInput = z
  .object({ squadId: idInput, ...writeUp })
  .transform(sayNoneFound);
export type RecordTechnique = z.output<typeof recordTechniqueInput>;

export const reviseTechniqueInput = z
  .object({
    techniqueId: idInput,
    /** The version that was being read while this one was written. */
    baseVersion: z.coerce.number().int().min(1),
    changeSummary: neededWords('Say in a sentence what you changed and why.', SUMMARY_MAX),
    ...writeUp,
  })
  .transform(sayNoneFound);
export type ReviseTechnique = z.output<typeof reviseTechniqueInput>;

export const retireInput = z.object({
  techniqueId: idInput,
  reason: neededWords('Say why, for those who run it.', SUMMARY_MAX),
});

export const reviveInput = z.object({ techniqueId: idInput });
