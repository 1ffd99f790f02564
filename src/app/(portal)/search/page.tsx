import type { Metadata } from 'next';
import { after as afterwards } from 'next/server';
import { requestContext } from '@/features/identity/queries';
import { recordMiss } from '@/features/search/misses/commands';
import { search } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';
import { HitList } from '@/features/search/ui/hit-list';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Facets } from './_parts/facets';
import { NothingFound } from './_parts/nothing-found';

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchInput.parse(await searchParams);
  return { title: q ? `Search: ${q}` : 'Search' };
}

export default async function SearchPage({ searchParams }: Props) {
  const context = await requestContext();
  const input = searchInput.parse(await searchParams);
  const { q, after, ...narrowed } = input;
  const { hits, facets, total, isMore, nextAfter, didYouMean } = await search(context, input);
  const isNarrowed = Object.values(narrowed).some(Boolean);
  // Counted once the answer is on its way; who searched is not kept.
  if (q && total === 0 && !isNarrowed) afterwards(() => recordMiss(context, q));

  return (
    <>
      <PageHeader title="Search" />
      <SearchForm q={q} narrowed={narrowed} />
      {!q && (
        <p className="max-w-[60ch] text-muted">
          Techniques, failed attempts, wiki pages, their sections and files, people, units, meetups,
          talks, working groups and deliverables are searched at once, by their words and by what
          they mean. A slip of the finger is forgiven,{' '}
          <Link href="/search/synonyms" className="link">
            acronyms and synonyms
          </Link>{' '}
          are known. For a whole problem, ask{' '}
          <Link href="/search/tried" className="link">
            whether anyone has tried
          </Link>
          .
        </p>
      )}
      {didYouMean && (
        <p className="mb-4">
          Did you mean{' '}
          <Link className="link font-medium" href={addressOf('/search', { q: didYouMean })}>
            {didYouMean}
          </Link>
          ?
        </p>
      )}
      {q && hits.length === 0 && <NothingFound q={q} isNarrowed={isNarrowed} />}
      {q && (hits.length > 0 || isNarrowed) && (
        <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-10">
          <nav aria-label="Narrow down">
            <Facets facets={facets} input={{ q, ...narrowed }} />
          </nav>
          <div>
            {hits.length > 0 && (
              <p role="status" className="mb-4 text-sm text-muted">
                {total === 1 ? 'One result' : `${total} results`}
                {isMore &&
                  '. So many texts carry these words that not all of them were ranked and counted: say more to find the one you mean.'}
              </p>
            )}
            <HitList hits={hits} />
            <Pagination
              basePath="/search"
              query={{ q, ...narrowed }}
              nextCursor={nextAfter === null ? null : String(nextAfter)}
              isFirst={after === 0}
            />
          </div>
        </div>
      )}
    </>
  );
}

function SearchForm({ q, narrowed }: { q: string; narrowed: Record<string, string | undefined> }) {
  return (
    <search>
      <form action="/search" className="mb-6 flex max-w-xl gap-2">
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label="Search for"
          placeholder="cold start, drift, a name, a squad"
          className="min-w-0 flex-1 rounded-md border border-line-strong bg-raised px-3 py-1.5"
        />
        {Object.entries(narrowed).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button type="submit" look="primary">
          Search
        </Button>
      </form>
    </search>
  );
}
