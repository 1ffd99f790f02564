import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { listImportRuns, listUnsettledSchedules } from '@/features/org/import/queries';
import { RunList } from '@/features/org/import/ui/run-list';
import { UploadForm } from '@/features/org/import/ui/upload-form';
import { dayOf, formatDay } from '@/foundation/days';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage({ searchParams }: PageProps<'/org/import'>) {
  const ctx = await requestContext();
  const { after } = (await searchParams) as { after?: string };
  const runs = await listImportRuns(ctx, after);
  const schedules = await listUnsettledSchedules(ctx, undefined);
  if (!runs || !schedules) notFound();
  return (
    <>
      <PageHeader
        title="Import"
        crumbs={[{ href: '/org', label: 'Organisation' }]}
        lead="Bring people, units and roles in from a file: first see what it would change, then apply all of it at once."
      />
      {schedules.total > 0 && (
        <p className="mb-8">
          <Link href="/org/import/schedules" className="text-accent hover:underline">
            {schedules.total === 1
              ? 'One imported schedule waits'
              : `${schedules.total} imported schedules wait`}{' '}
            for a person to settle
          </Link>
        </p>
      )}
      <Section title="A new file">
        <UploadForm today={formatDay(dayOf(ctx.now))} />
      </Section>
      <Section title="Files so far">
        {runs.items.length === 0 ? (
          <EmptyState title="No file was compared yet">
            Each file stays here with what it changed, who applied it and when.
          </EmptyState>
        ) : (
          <RunList runs={runs.items} timeZone={ctx.actor.timeZone} />
        )}
        <Pagination basePath="/org/import" nextCursor={runs.nextCursor} isFirst={!after} />
      </Section>
    </>
  );
}
