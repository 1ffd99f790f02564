import type { AttemptOutcome } from '../schema';

export const outcomeNames: Record<AttemptOutcome, string> = {
  WORKED: 'Worked',
  FAILED: 'Did not work',
  INCONCLUSIVE: 'Inconclusive',
};
