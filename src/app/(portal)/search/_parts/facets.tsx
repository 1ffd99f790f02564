import { freshnessName } from '@/features/search/freshness';
import type { Facets as FacetCounts } from '@/features/search/queries';
import type { Period, SearchInput } from '@/features/search/schema';
import { kindLabelPlural } from '@/features/search/subject-kinds';
import { type FacetChoice, FacetList } from '@/features/search/ui/facet-list';
import { addressOf } from '@/ui/pagination';

const periodNames: Record<Period, string> = {
  week: 'Past week',
  month: 'Past month',
  year: 'Past year',
};

type Filters = Omit<SearchInput, 'after'>;
type Narrowing = Exclude<keyof Filters, 'q'>;

/** Beside the results: what they can be narrowed to. Folded on a narrow screen. */
export function Facets({ facets, input }: { facets: FacetCounts; input: Filters }) {
  const chosen = Object.entries(input).filter(([name, value]) => name !== 'q' && value).length;
  const lists = facetLists(facets, input);
  return (
    <>
      <details className="mb-6 rounded-md border border-line px-3 py-2 lg:hidden" open={chosen > 0}>
        <summary className="cursor-pointer text-sm font-medium">
          Narrow down{chosen > 0 && ` (${chosen})`}
        </summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">{lists}</div>
      </details>
      <div className="hidden space-y-6 lg:block">{lists}</div>
    </>
  );
}

function facetLists(facets: FacetCounts, input: Filters) {
  const choice = (name: Narrowing, value: string, label: string, count: number): FacetChoice => {
    const isChosen = input[name] === value;
    return {
      label,
      count,
      isChosen,
      href: addressOf('/search', { ...input, [name]: isChosen ? undefined : value }),
    };
  };
  return [
    <FacetList
      key="kind"
      title="Kind"
      choices={facets.kinds.map(({ value, count }) =>
        choice('kind', value, kindLabelPlural(value), count),
      )}
    />,
    <FacetList
      key="squad"
      title="Squad"
      choices={facets.squads.map(({ slug, name, count }) => choice('squad', slug, name, count))}
    />,
    <FacetList
      key="guild"
      title="Guild"
      choices={facets.guilds.map(({ slug, name, count }) => choice('guild', slug, name, count))}
    />,
    <FacetList
      key="freshness"
      title="Still true?"
      choices={facets.freshness.map(({ value, count }) =>
        choice('freshness', value, freshnessName(value), count),
      )}
    />,
    <FacetList
      key="changed"
      title="Changed"
      choices={facets.periods.map(({ value, count }) =>
        choice('changed', value, periodNames[value], count),
      )}
    />,
  ];
}
