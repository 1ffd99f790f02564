import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { search } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';
import { kindLabelPlural } from '@/features/search/subject-kinds';
import { HitList } from '@/features/search/ui/hit-list';
import { Button, ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchInput.parse(await searchParams);
  return { title: q ? `Search: ${q}` : 'Search' };
}

export default async function SearchPage({ searchParams }: Props) {
  const context = await requestContext();
  const input = searchInput.parse(await searchParams);
  const { q, kind, after } = input;
  const { hits, counts, nextAfter } = await search(context, input);
  const all = counts.reduce((sum, { count }) => sum + count, 0);

  return (
    <>
      <PageHeader title="Search" />
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
          {kind && <input type="hidden" name="kind" value={kind} />}
          <Button type="submit" look="primary">
            Search
          </Button>
        </form>
      </search>
      {counts.length > 0 && (
        <Tabs
          label="Kinds"
          items={[
            { href: addressOf('/search', { q }), label: `Everything (${all})`, isCurrent: !kind },
            ...counts.map((of) => ({
              href: addressOf('/search', { q, kind: of.kind }),
              label: `${kindLabelPlural(of.kind)} (${of.count})`,
              isCurrent: of.kind === kind,
            })),
          ]}
        />
      )}
      {q && hits.length === 0 && <NothingFound q={q} hasKind={Boolean(kind)} />}
      {!q && (
        <p className="max-w-[60ch] text-muted">
          Techniques, failed attempts, wiki pages, people, units, meetups and working groups are
          searched at once. A slip of the finger is forgiven.
        </p>
      )}
      <HitList hits={hits} />
      <Pagination
        basePath="/search"
        query={{ q, kind }}
        nextCursor={nextAfter === null ? null : String(nextAfter)}
        isFirst={after === 0}
      />
    </>
  );
}

function NothingFound({ q, hasKind }: { q: string; hasKind: boolean }) {
  return (
    <EmptyState
      title={`Nothing close to “${q}”`}
      action={
        hasKind ? (
          <ButtonLink href={addressOf('/search', { q })}>Search everything</ButtonLink>
        ) : (
          <ButtonLink href="/people">Ask somebody who may know</ButtonLink>
        )
      }
    >
      Try fewer or plainer words. If nobody has written it down yet, somebody may still have solved
      it.
    </EmptyState>
  );
}
