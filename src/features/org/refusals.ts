import { Conflict } from '@/foundation/errors';

/** The sentence a reader sees for each expected outcome that changed nothing. */
const SENTENCES = {
  'already-there': 'This person’s home is already that squad on that day.',
  'already-member': 'You are already a member.',
  'not-a-member': 'You are not a member.',
  'already-left': 'The leaving of this person is already recorded.',
  'ended-before': 'It had already ended by then.',
  'ends-before-start': 'A membership must end after the day it begins.',
  'nothing-changed': 'Nothing was changed: what you sent is what is recorded.',
  'no-such-person':
    'No one person is known by that name. Give the handle, as it stands in the address of the person’s page.',
  'no-such-unit': 'No one unit has that name. Give the last part of the address of its page.',
  'not-a-squad': 'Only a squad can be a person’s home.',
  'not-here-then': 'This person does not work here on that day.',
  'unit-not-there-then': 'The unit does not exist for all of that time.',
  'join-by-own-hand':
    'Guild membership is opened and closed by the person only, on the guild’s page.',
  'lead-needs-squad': 'A guild’s lead holds a place in a squad; this person has none on that day.',
  'role-does-not-fit': 'That role does not exist in this kind of unit.',
  'wrong-parent': 'A unit of this kind cannot stand there.',
  'parent-missing': 'A sub-guild belongs to a guild: choose which.',
  'under-itself': 'A unit cannot stand beneath itself.',
  'has-units': 'There are still units within it. Move or end those first.',
  'has-charter': 'This working group has a charter: change it on its own page.',
  'before-it-began': 'Choose a day after the unit began.',
  'after-it-ended': 'The unit had already ended by then.',
  'same-name': 'That is its name already.',
  'different-kinds': 'Only units of one kind can be merged.',
  'into-itself': 'A unit cannot be merged into itself.',
  'names-not-distinct': 'Give each new unit a name of its own.',
  'too-few-parts': 'A split leaves at least two units.',
  'email-taken': 'Somebody else has this e-mail address.',
} as const;

export type Refusal = keyof typeof SENTENCES;

export type Outcome<Done = object> = ({ ok: true } & Done) | { ok: false; reason: Refusal };

export const refused = <Reason extends Refusal>(reason: Reason) => ({ ok: false, reason }) as const;

/** For forms: an outcome that changed nothing is shown as the sentence that says why. */
export function orSentence<Done extends object>(outcome: Outcome<Done>): { ok: true } & Done {
  if (!outcome.ok) throw new Conflict(SENTENCES[outcome.reason]);
  return outcome;
}
