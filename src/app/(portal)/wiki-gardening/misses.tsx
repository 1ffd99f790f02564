import type { Miss } from '@/features/search/misses/queries';
import { dayOf } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { addressOf } from '@/ui/pagination';
import { Day } from '@/ui/time';

/** What people looked for and did not find, the most asked first. Who it was is not kept. */
export function Misses({ misses }: { misses: readonly Miss[] }) {
  return misses.map(({ query, searches, questions, lastAt }) => (
    <li
      key={query}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3 last:border-0"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="break-words font-serif text-[1.075rem] font-semibold">“{query}”</p>
        <p className="text-sm text-muted">
          {searches + questions === 1 ? 'once' : `${searches + questions} times`}, last on{' '}
          <Day day={dayOf(lastAt)} />
        </p>
      </div>
      <ButtonLink
        size="small"
        href={addressOf('/search', { q: query })}
        aria-label={`Search for “${query}”`}
      >
        Search for it now
      </ButtonLink>
    </li>
  ));
}
