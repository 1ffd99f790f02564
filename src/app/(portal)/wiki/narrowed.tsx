import { FacetList } from '@/features/search/ui/facet-list';
import {
  type Chosen,
  type Facets,
  isNarrowed,
  queryAfter,
  queryOf,
} from '@/features/wiki/facets/facets';
import type { FoundPage } from '@/features/wiki/facets/queries';
import { PageList } from '@/features/wiki/facets/ui/page-list';
import type { Page } from '@/foundation/pagination';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { addressOf, Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';

const titles = { kind: 'Kind', unit: 'Kept by', freshness: 'Freshness' } as const;

/** What the pages at an address can be narrowed by; each choice is a link. */
export function PageFacets({
  basePath,
  facets,
  chosen,
}: {
  basePath: string;
  facets: Facets;
  chosen: Chosen;
}) {
  return (
    <details open={isNarrowed(chosen)} className="mb-8">
      <summary className="text-sm font-medium">Narrow by kind, keeper or freshness</summary>
      <div className="mt-3 grid gap-6 sm:grid-cols-3">
        {(Object.keys(titles) as (keyof typeof titles)[]).map((facet) => (
          <div key={facet} className="max-h-80 overflow-y-auto">
            <FacetList
              title={titles[facet]}
              choices={facets[facet].map((choice) => ({
                ...choice,
                href: addressOf(basePath, queryAfter(chosen, facet, choice)),
              }))}
            />
          </div>
        ))}
      </div>
    </details>
  );
}

/** The pages that a choice of facets leaves. */
export function NarrowedPages({
  basePath,
  pages,
  facets,
  chosen,
  isFirst,
  withSpace = false,
}: {
  basePath: string;
  pages: Page<FoundPage>;
  facets: Facets;
  chosen: Chosen;
  isFirst: boolean;
  withSpace?: boolean;
}) {
  const count = countOf(facets, chosen);
  return (
    <Section
      title={count === 1 ? '1 page' : `${count.toLocaleString('en')} pages`}
      actions={<ButtonLink href={basePath}>Show everything</ButtonLink>}
    >
      {pages.items.length === 0 ? (
        <EmptyState title="No page is left">Take one of the choices off.</EmptyState>
      ) : (
        <PageList pages={pages.items} withSpace={withSpace} />
      )}
      <Pagination
        basePath={basePath}
        query={queryOf(chosen)}
        nextCursor={pages.nextCursor}
        isFirst={isFirst}
      />
    </Section>
  );
}

/** Each facet counts its own choice among what the others leave: any that is chosen tells the whole. */
function countOf(facets: Facets, chosen: Chosen): number {
  const facet = (Object.keys(titles) as (keyof Chosen)[]).find((name) => chosen[name]);
  return facets[facet ?? 'kind'].find(({ isChosen }) => isChosen)?.count ?? 0;
}
