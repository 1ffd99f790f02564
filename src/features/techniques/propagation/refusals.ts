import { listInWords } from '../list-in-words';
import type { SeedSection } from '../readiness';
import { type AdoptionState, DAYS_TO_SUSTAIN, type StepRefusal } from './adoption';

type MoveRefusal =
  | { reason: StepRefusal | 'origin-squad' | 'source-not-possible' }
  | { reason: 'moved-meanwhile'; standing: AdoptionState | null };

const moveSentences: Record<MoveRefusal['reason'], string> = {
  'not-a-step': 'That does not follow from where your squad stands. Reload the page to see it.',
  'in-the-future': 'That day has not come yet.',
  'before-the-last': 'A step cannot happen before the one it follows.',
  'too-soon-to-sustain': `It has lasted once it was in production for ${DAYS_TO_SUSTAIN} days without a break.`,
  'needs-evidence':
    'Going to production needs a piece of evidence of your own that you still stand by.',
  'needs-reason': 'Choose the reason that comes nearest.',
  'needs-words': 'Say it in your own words too: a sentence is enough.',
  'origin-squad': 'Your squad began this technique, so it does not adopt it.',
  'source-not-possible':
    'That squad cannot be where you had it from: it began later than you, or had it from you.',
  'moved-meanwhile':
    'Somebody in your squad was faster. Reload the page to see where your squad stands now; what you typed is still here.',
};

export const whyNotMoved = ({ reason }: MoveRefusal): string => moveSentences[reason];

type PresentRefusal =
  | { reason: 'cancelled' | 'not-held-yet' | 'presenter-unknown' }
  | { reason: 'not-ready'; missing: SeedSection[] };

export const sectionNames: Record<SeedSection, string> = {
  failedApproaches: 'what failed',
  dataChallenges: 'what the data made hard',
  evaluationMethod: 'how it was evaluated',
};

export function whyNotPresented(refusal: PresentRefusal): string {
  switch (refusal.reason) {
    case 'cancelled':
      return 'That date was called off, so nothing was presented there.';
    case 'not-held-yet':
      return 'That date has not been held yet.';
    case 'presenter-unknown':
      return 'Nobody has that handle. Look the person up under People and use the last part of the address.';
    case 'not-ready':
      return `Before it is presented, write down ${listInWords(refusal.missing.map((section) => sectionNames[section]))}; “none found” is an answer.`;
  }
}
