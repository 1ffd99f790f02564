/** How a mirror stands, for whoever looks at its space. */
export type MirrorStanding = 'off' | 'failed' | 'waiting' | 'up-to-date';

export function standingOf(mirror: {
  isOn: boolean;
  failure: string | null;
  wantedAt: Date | null;
  mirroredAt: Date | null;
}): MirrorStanding {
  if (!mirror.isOn) return 'off';
  if (mirror.failure) return 'failed';
  return mirror.wantedAt || !mirror.mirroredAt ? 'waiting' : 'up-to-date';
}

export const STANDING_WORDS: Record<MirrorStanding, string> = {
  off: 'Switched off',
  failed: 'It could not go on',
  waiting: 'Changes are on their way',
  'up-to-date': 'Up to date',
};

export const OUTCOME_WORDS: Record<string, string> = {
  proposed: 'Proposed',
  drafted: 'A draft now',
  'put-back': 'Put back',
  left: 'Left there',
};
