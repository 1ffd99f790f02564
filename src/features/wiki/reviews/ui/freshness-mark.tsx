import { dayOf } from '@/foundation/days';
import { freshnessOf, type Standing } from '../freshness';
import { FRESHNESS_WORDS } from '../words';

/** How far a page can be trusted, beside its title in a list. */
export function FreshnessMark({ standing, now }: { standing: Standing; now: Date }) {
  const state = freshnessOf(standing, dayOf(now));
  const isInDoubt = state === 'DUE' || state === 'OVERDUE' || state === 'OBSOLETE';
  return (
    <span
      className={`text-xs ${isInDoubt ? 'text-notice-ink' : 'text-muted'}`}
      data-freshness={state}
    >
      {FRESHNESS_WORDS[state]}
    </span>
  );
}
