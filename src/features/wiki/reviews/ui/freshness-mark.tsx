import type { Freshness } from '../freshness';
import { FRESHNESS_WORDS } from '../words';

/** How far a page can be trusted, in a word beside its title in a list. */
export function FreshnessMark({ freshness }: { freshness: Freshness }) {
  const isInDoubt = freshness === 'DUE' || freshness === 'OVERDUE' || freshness === 'OBSOLETE';
  return (
    <span
      className={`whitespace-nowrap text-xs ${isInDoubt ? 'rounded bg-notice px-1 py-px text-notice-ink' : 'text-muted'}`}
      data-freshness={freshness}
    >
      {FRESHNESS_WORDS[freshness]}
    </span>
  );
}
