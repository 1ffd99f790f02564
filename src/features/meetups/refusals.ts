import { Conflict } from '@/foundation/errors';

/** Why a change was not made, for the person who asked for it: what is so, and what to do. */
export const refusals = {
  closed: 'It has begun or is called off, so answers are no longer taken.',
  'not-begun': 'Who was there can be recorded once it has begun.',
  begun: 'It has already begun, so it stays where it is.',
  cancelled: 'It is called off. Hold it after all first.',
  'took-place': 'People are recorded as having been there, so it cannot be called off.',
  'in-the-past': 'That lies in the past. Choose a later day or hour.',
  'too-far': 'Choose a day within the next half year.',
  'too-long-ago': 'A series can begin up to three years back.',
  'before-first': 'The series would end before its first date.',
  'unknown-presenter':
    'Nobody is known by that name, or several people are. Use the handle from the person’s page.',
  'unknown-squad': 'No squad is known by that name. Use the name in its address.',
  'unknown-time-zone': 'This zone is not known. Write it as Europe/Lisbon.',
  rule: 'This rule cannot be held.',
} as const;

export type RefusalReason = keyof typeof refusals;

type Outcome = { ok: true } | { ok: false; reason: RefusalReason; sentence?: string };

/** For forms: an outcome that changed nothing is shown as the sentence that says why. */
export function orSentence<Result extends Outcome>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Conflict(result.sentence ?? refusals[result.reason]);
  return result as Extract<Result, { ok: true }>;
}
