import { dayOf } from '@/foundation/days';
import { formatLongDay } from '@/ui/format-time';
import { dueOn, type Freshness, freshnessOf, type Standing } from './freshness';

/** A state in as few words as a list has room for. */
export const FRESHNESS_WORDS: Record<Freshness, string> = {
  FRESH: 'Verified',
  DUE: 'Due for a check',
  OVERDUE: 'Overdue for a check',
  OBSOLETE: 'Obsolete',
  NEVER_VERIFIED: 'Never verified',
  RECORD: 'A record of its time',
};

/** What a line about a page's standing tells, beyond its state. */
export type ToldStanding = Standing & {
  checkedBy: string | null;
  against: string;
  replacedBy: string | null;
};

/**
 * How far a page can be trusted, as one line of plain text for whatever leaves the portal: an
 * export, a mirror, a feed. It is made of absolute days, so that it stays true on paper.
 */
export function standingLine(standing: ToldStanding, now: Date): string {
  const { checkedAt, checkedBy, against, replacedBy, nextDueOn } = standing;
  const state = freshnessOf(standing, dayOf(now));
  if (state === 'OBSOLETE') {
    return replacedBy ? `Obsolete: replaced by “${replacedBy}”.` : 'Obsolete.';
  }
  const due = dueOn(standing);
  const check =
    checkedAt &&
    `Verified on ${formatLongDay(dayOf(checkedAt))}${checkedBy ? ` by ${checkedBy}` : ''}${against ? ` against ${against}` : ''}.`;
  if (state === 'FRESH') {
    return nextDueOn ? `${check} To be checked again by ${formatLongDay(nextDueOn)}.` : `${check}`;
  }
  if (state === 'DUE' || state === 'OVERDUE') {
    const since = due ? `${FRESHNESS_WORDS[state]} since ${formatLongDay(due)}.` : '';
    return `${since} ${check ?? 'Never verified.'}`.trim();
  }
  return state === 'RECORD' ? 'A record of its time; not checked by date.' : 'Never verified.';
}
