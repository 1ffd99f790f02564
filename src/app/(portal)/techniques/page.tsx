import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listFilterUnits, listTechniques } from '@/features/techniques/catalogue/queries';
import { type TechniqueFilter, techniqueFilterInput } from '@/features/techniques/catalogue/schema';
import { TechniqueFilters } from '@/features/techniques/catalogue/ui/technique-filters';
import { TechniqueLines } from '@/features/techniques/catalogue/ui/technique-lines';
import { dayInZone } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { SectionTabs } from './section-tabs';

export const metadata: Metadata = { title: 'Techniques' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TechniquesPage({ searchParams }: Props) {
  const context = await requestContext();
  const filter = techniqueFilterInput.parse(await searchParams);
  const [{ items, nextCursor }, units] = await Promise.all([
    listTechniques(context, filter),
    listFilterUnits(context),
  ]);
  const { after, ...query } = filter;
  return (
    <>
      <PageHeader
        title="Techniques"
        lead="What squads solved, what failed on the way, and how it travelled from one to the next."
        actions={
          <ButtonLink look="primary" href="/techniques/new">
            Write down a technique
          </ButtonLink>
        }
      />
      <SectionTabs current="techniques" />
      <TechniqueFilters filter={filter} units={units} />
      {items.length > 0 ? (
        <TechniqueLines techniques={items} today={dayInZone(context.now, context.actor.timeZone)} />
      ) : (
        <Nothing filter={filter} />
      )}
      <Pagination
        basePath="/techniques"
        query={query}
        nextCursor={nextCursor}
        isFirst={!after}
        label="Show more techniques"
      />
    </>
  );
}

function Nothing({ filter }: { filter: TechniqueFilter }) {
  const isFiltered = Object.values(filter).some(Boolean);
  return isFiltered ? (
    <EmptyState
      title="No technique fits these filters"
      action={<ButtonLink href="/techniques">Show all techniques</ButtonLink>}
    >
      Fewer words find more. What was tried without becoming a technique stands under “What was
      tried”.
    </EmptyState>
  ) : (
    <EmptyState
      title="No technique has been written down yet"
      action={<ButtonLink href="/techniques/new">Write down the first</ButtonLink>}
    >
      A technique is something your squad learnt that another could use: the problem, what you did,
      what failed, and how you know that it works. Here one can follow who took it up.
    </EmptyState>
  );
}
