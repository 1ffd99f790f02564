import { formatDay } from '@/foundation/days';

/** Why a file cannot be true on that day; null when it can. */
export function asOfObstacle(asOf: Date, today: Date, lastApplied: Date | null): string | null {
  if (asOf > today) return 'A file cannot be true on a day that is still to come.';
  if (lastApplied !== null && asOf < lastApplied) {
    return `A file of this source that was true on ${formatDay(lastApplied)} has been imported already; an older one would undo it.`;
  }
  return null;
}
