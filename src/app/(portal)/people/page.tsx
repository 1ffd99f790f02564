import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { asOf as readAsOf } from '@/features/org/as-of';
import { listFilterOptions, listPeople } from '@/features/org/directory/queries';
import { directoryQuery } from '@/features/org/people/schema';
import { canAddPerson } from '@/features/org/policy';
import { AsOfBar } from '@/features/org/ui/as-of-bar';
import { DirectoryFilters } from '@/features/org/ui/directory-filters';
import { DirectorySearch } from '@/features/org/ui/directory-search';
import { PeopleTable } from '@/features/org/ui/people-table';
import { formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: 'People' };

const pageQuery = z.object({
  on: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DirectoryPage({ searchParams }: Props) {
  const ctx = await requestContext();
  const parameters = await searchParams;
  const { on, after } = pageQuery.parse(parameters);
  const query = directoryQuery.parse(parameters);
  const asOf = readAsOf(on, ctx.now);
  const [people, options] = await Promise.all([
    listPeople(ctx, asOf, query, after),
    listFilterOptions(ctx, asOf, query.tribe),
  ]);
  const day = asOf.tense === 'today' ? undefined : formatDay(asOf.day);

  return (
    <>
      <AsOfBar asOf={asOf} path="/people" query={query} />
      <PageHeader
        title="People"
        lead="Who is here, where they work and what they know. A slip of the finger is forgiven."
        actions={
          canAddPerson(ctx.actor) && <ButtonLink href="/people/new">Add somebody</ButtonLink>
        }
      />
      <div className="mb-4 max-w-xl">
        <DirectorySearch key={query.text} action="/people" initialText={query.text} on={day} />
      </div>
      <DirectoryFilters query={query} options={options} on={day} />
      {people.items.length === 0 ? (
        <EmptyState title="Nobody fits">
          Try fewer filters, or part of a name. Somebody who has left is found by looking at a day
          on which they were still here.
        </EmptyState>
      ) : (
        <PeopleTable people={people.items} asOf={asOf} />
      )}
      <Pagination
        basePath="/people"
        query={{ ...query, on: day }}
        nextCursor={people.nextCursor}
        isFirst={after === undefined}
        label="Show more people"
      />
    </>
  );
}
