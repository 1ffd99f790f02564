import { formatDay } from '@/foundation/days';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import type { TrailQuery } from '../trail/schema';
import { trailActions } from '../trail/trail-words';
import { FilterField, FilterSelect } from './filters';

/** Narrows the trail; the address says by what. */
export function TrailFilters({ query }: { query: TrailQuery }) {
  const isNarrowed = Object.values(query).some(Boolean);
  return (
    <form action="/org/audit" className="no-print mb-6 flex flex-wrap items-end gap-3">
      <FilterSelect
        name="action"
        label="What"
        emptyLabel="Any change"
        options={trailActions}
        defaultValue={query.action}
      />
      <FilterField name="person" label="Person (handle)" defaultValue={query.person} />
      <FilterField name="unit" label="Unit (address)" defaultValue={query.unit} />
      <FilterField name="by" label="Changed by (handle)" defaultValue={query.by} />
      <FilterField
        name="from"
        label="From"
        type="date"
        defaultValue={query.from ? formatDay(query.from) : undefined}
      />
      <FilterField
        name="to"
        label="Until"
        type="date"
        defaultValue={query.to ? formatDay(query.to) : undefined}
      />
      <Button type="submit">Narrow down</Button>
      {isNarrowed && (
        <Link href="/org/audit" className="link self-center text-sm">
          Show everything
        </Link>
      )}
    </form>
  );
}
