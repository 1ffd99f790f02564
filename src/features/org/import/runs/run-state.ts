export type RunState = 'compared' | 'being-applied' | 'cut-off' | 'failed' | 'applied';

type Signs = {
  startedAt: Date | null;
  appliedAt: Date | null;
  failure: string | null;
  /** Gave no sign of life for a minute. */
  isSilent: boolean;
};

/** Where an import stands; nothing is stored but the instants. */
export function runState({ startedAt, appliedAt, failure, isSilent }: Signs): RunState {
  if (appliedAt !== null) return 'applied';
  if (failure !== null) return 'failed';
  if (startedAt === null) return 'compared';
  return isSilent ? 'cut-off' : 'being-applied';
}
