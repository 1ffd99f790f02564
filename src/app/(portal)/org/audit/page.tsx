import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { listTrail } from '@/features/org/trail/queries';
import { trailQuery } from '@/features/org/trail/schema';
import { TrailFilters } from '@/features/org/ui/trail-filters';
import { TrailTable } from '@/features/org/ui/trail-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: 'Changes of the organisation' };

const cursor = z.string().optional().catch(undefined);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await requestContext();
  const parameters = await searchParams;
  const query = trailQuery.parse(parameters);
  const after = cursor.parse(parameters.after);
  const trail = await listTrail(ctx, query, after);

  return (
    <>
      <PageHeader
        title="Changes of the organisation"
        crumbs={[{ href: '/org', label: 'Organisation' }]}
        lead="Who changed what and when, with what it said before and after. Entries are never rewritten."
      />
      <TrailFilters query={query} />
      {trail === null && (
        <EmptyState title="The whole trail is for those who lead">
          The trail of a single person or unit is open to everybody: follow “Changes” on its page,
          or name one above.
        </EmptyState>
      )}
      {trail?.items.length === 0 && (
        <EmptyState title="Nothing recorded">No change fits what you asked for.</EmptyState>
      )}
      {trail && trail.items.length > 0 && (
        <>
          <TrailTable entries={trail.items} timeZone={ctx.actor.timeZone} />
          <Pagination
            basePath="/org/audit"
            query={Object.fromEntries(
              Object.entries(parameters).filter(
                (entry): entry is [string, string] =>
                  typeof entry[1] === 'string' && entry[0] !== 'after',
              ),
            )}
            nextCursor={trail.nextCursor}
            isFirst={after === undefined}
            label="Show earlier changes"
          />
        </>
      )}
    </>
  );
}
