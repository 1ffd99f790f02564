import { Conflict } from '@/foundation/errors';

/** Why a change was not made, for the person who asked for it: what is so, and what to do. */
const SENTENCES = {
  'unknown-person':
    'Nobody is known by that name, or several people are. Use the handle from the person’s page.',
  'unknown-squad': 'No squad is known by that name. Use the name in its address.',
  'unknown-guild': 'No guild or tribe is known by that name. Use the name in its address.',
  'guild-not-there': 'That guild or tribe does not exist on the first day of the group.',
  'no-home-squad': 'This person has no home squad on that day, so name the squad of the seat.',
  'already-seated': 'This person already has a seat.',
  'dates-fixed': 'Once the work has begun its dates stay; a group may be extended once.',
  ended: 'The group has ended, so this stays as it is.',
  'not-next': 'It cannot go there from where it stands now. Reload to see where that is.',
  'conditions-open': 'Something is still missing before that step.',
  'reason-missing': 'Say why the group ends.',
  'in-the-future': 'That day has not come yet.',
  'before-start': 'That lies before the group’s first day.',
  'before-last': 'That lies before the last step recorded.',
  'already-extended': 'It has been extended once already. A longer question is a new group’s.',
  'extension-not-later': 'An extension ends after the planned end.',
  'extension-too-long': 'An extension lasts at most four weeks.',
  'not-under-way': 'Only a group at work can be extended.',
  'no-such-checkpoint': 'The group has no checkpoint in that week.',
  'due-outside': 'A deliverable is due between the group’s first and last day.',
  'warranty-runs': 'The warranty of 30 days is still running.',
  'owner-missing': 'Name the squad that looks after it first.',
  'note-missing': 'Say why it is given up or replaced.',
} as const;

export type RefusalReason = keyof typeof SENTENCES;
export type Refusal = { ok: false; reason: RefusalReason };
type Outcome = { ok: true } | Refusal;

export const refused = (reason: RefusalReason): Refusal => ({ ok: false, reason });

/** For forms: an outcome that changed nothing is shown as the sentence that says why. */
export function orSentence<Result extends Outcome>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Conflict(SENTENCES[result.reason]);
  return result as Extract<Result, { ok: true }>;
}
