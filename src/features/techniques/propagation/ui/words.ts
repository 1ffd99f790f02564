import type { AdoptionState, ReasonCode } from '../adoption';
import type { Channel, Precision } from '../journey';
import type { SourceKind } from '../sources';

/** What a squad says, in its own voice. */
export const sayings: Record<AdoptionState, string> = {
  IDENTIFIED: 'We see a use for this',
  ASSESSING: 'We are assessing it',
  TRIALLING: 'We are trying it',
  IN_PRODUCTION: 'We have it in production',
  SUSTAINED: 'It has lasted',
  PAUSED: 'We have paused',
  DECLINED: 'Not for us',
  DISCONTINUED: 'We no longer use it',
  SUPERSEDED: 'Something else took its place',
};

export const sayingHints: Partial<Record<AdoptionState, string>> = {
  ASSESSING: 'Reading, asking, looking at our data.',
  TRIALLING: 'Something is being built or measured.',
  IN_PRODUCTION: 'With a piece of evidence of our own.',
  SUSTAINED: 'In production for at least 90 days, and we looked again whether it holds.',
  DECLINED: 'With a reason. It is as good an answer as any, and nobody asks again.',
};

/** Where a squad stands, in a word or two. */
export const standings: Record<AdoptionState, string> = {
  IDENTIFIED: 'Sees a use',
  ASSESSING: 'Assessing',
  TRIALLING: 'Trying',
  IN_PRODUCTION: 'In production',
  SUSTAINED: 'In production, lasting',
  PAUSED: 'Paused',
  DECLINED: 'Not for them',
  DISCONTINUED: 'Discontinued',
  SUPERSEDED: 'Replaced',
};

/** What a squad did, after its name: “Radio took it to production”. */
export const deeds: Record<AdoptionState, string> = {
  IDENTIFIED: 'saw a use for it',
  ASSESSING: 'began to assess it',
  TRIALLING: 'began to try it',
  IN_PRODUCTION: 'took it to production',
  SUSTAINED: 'looked again after 90 days: it holds',
  PAUSED: 'paused',
  DECLINED: 'said that it is not for them',
  DISCONTINUED: 'stopped using it',
  SUPERSEDED: 'put something else in its place',
};

export const reasons: Record<ReasonCode, string> = {
  NO_NEED: 'No such problem here',
  NO_DATA: 'The data it needs is not there',
  NO_CAPACITY: 'No people or time for it now',
  UNCLEAR_WHY_IT_WORKS: 'Unclear why it works',
  COULD_NOT_REACH_SOURCE: 'Those who know it could not be reached',
  EVIDENCE_DID_NOT_TRANSFER: 'The evidence did not hold here',
  BETTER_ALTERNATIVE: 'Something else suits better',
  POLICY: 'A policy stands in the way',
};

export const otherSourceNames: Record<Exclude<SourceKind, 'ADOPTION' | 'ORIGIN'>, string> = {
  COMPONENT: 'it came with a shared component',
  INDEPENDENT: 'found on their own',
  UNKNOWN: 'not said',
};

export const precisionNames: Record<Precision, string> = {
  DAY: 'On that day',
  WEEK: 'In that week or so',
  FORTNIGHT: 'Within a fortnight of it',
};

/** Before a date that is not exact to the day. */
export const precisionWords: Record<Precision, string> = {
  DAY: '',
  WEEK: 'about ',
  FORTNIGHT: 'around ',
};

/** How a squad heard of it: “people of Radio … ”. */
export const channelDeeds: Record<Channel, string> = {
  MEETUP: 'heard of it at a meetup',
  RECORDING: 'saw the recording',
  WIKI: 'read about it in the wiki',
  QA: 'met it in a question and its answer',
  CHAT: 'heard of it in a chat',
  EMBED: 'met it working together',
  PERSON: 'heard of it from a colleague',
};
