import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { exportHref, spaceHref } from '@/features/wiki/addresses';
import { chosenIn, isNarrowed, type Query } from '@/features/wiki/facets/facets';
import { countFacets, listFacetPages } from '@/features/wiki/facets/queries';
import { filesHref } from '@/features/wiki/files/names';
import { getSpace, listShelf } from '@/features/wiki/shelves/queries';
import { listSpacesAround } from '@/features/wiki/surroundings/queries';
import { SpacesAround } from '@/features/wiki/surroundings/ui/tree-around';
import { Shelf } from '@/features/wiki/ui/shelf';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { UnitGlyph } from '@/ui/unit-glyph';
import { decoded } from '../address';
import { followMove } from '../follow-move';
import { NarrowedPages, PageFacets } from '../narrowed';

type Props = {
  params: Promise<{ space: string }>;
  searchParams: Promise<Query & { after?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const space = await getSpace(await requestContext(), decoded((await params).space));
  return { title: space ? `${space.name} · Wiki` : 'Wiki' };
}

export default async function SpacePage({ params, searchParams }: Props) {
  const context = await requestContext();
  const { after, ...query } = await searchParams;
  const space = await getSpace(context, decoded((await params).space));
  if (!space) await followMove({ spaceSlug: decoded((await params).space), path: '' });
  if (!space) notFound();
  const chosen = chosenIn(query);
  const basePath = spaceHref(space.slug);
  const [facets, shelf, pages, around] = await Promise.all([
    countFacets(context, chosen, space.id),
    isNarrowed(chosen) ? null : listShelf(context, space.id, '', after),
    isNarrowed(chosen) ? listFacetPages(context, chosen, { spaceId: space.id, after }) : null,
    listSpacesAround(context, space),
  ]);
  const adding = space.canAddPage && (
    <ButtonLink href={`/wiki-new?space=${space.slug}`} look="primary">
      Write a page
    </ButtonLink>
  );

  return (
    <div className="wiki-around">
      <div>
        <PageHeader
          crumbs={[{ href: '/wiki', label: 'Wiki' }]}
          title={space.name}
          lead={space.description}
          actions={adding}
        />
        <p className="-mt-4 mb-6 text-sm text-muted">
          Kept by <UnitGlyph kind={space.ownerKind} />{' '}
          <Link href={`/org/${space.ownerSlug}`} className="link">
            {space.ownerName}
          </Link>
          {' · '}
          {space.pageCount.toLocaleString('en')} {space.pageCount === 1 ? 'page' : 'pages'}
          {' · '}
          <Link href={filesHref({ spaceSlug: space.slug })} className="link">
            Files
          </Link>
          {' · '}
          <Link href={exportHref({ spaceSlug: space.slug })} className="link">
            Export
          </Link>
          {' · '}
          <Link href={`/wiki-archive/${space.slug}`} className="link">
            Archive
          </Link>
          {' · '}
          <Link href={`/wiki-space/${space.slug}`} className="link">
            {space.canChange ? 'Name, move or hand on' : 'Keepers'}
          </Link>
        </p>
        {space.pageCount === 0 ? (
          <EmptyState title="Nothing has been written here yet" action={adding}>
            Pages of this space are written by members of {space.ownerName}.
          </EmptyState>
        ) : (
          <PageFacets basePath={basePath} facets={facets} chosen={chosen} />
        )}
        {pages && (
          <NarrowedPages
            basePath={basePath}
            pages={pages}
            facets={facets}
            chosen={chosen}
            isFirst={!after}
          />
        )}
        {shelf && (
          <>
            <Shelf spaceSlug={space.slug} branches={shelf.items} />
            <Pagination
              basePath={basePath}
              nextCursor={shelf.nextCursor}
              isFirst={!after}
              label="Show the next hundred"
            />
          </>
        )}
      </div>
      <SpacesAround spaces={around} current={space.slug} />
    </div>
  );
}
