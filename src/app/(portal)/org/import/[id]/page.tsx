import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { getImportRun, listImportChanges } from '@/features/org/import/queries';
import { changeFilterInput, changeOutcomes, FORMAT_NAMES } from '@/features/org/import/schema';
import { ApplyForm } from '@/features/org/import/ui/apply-form';
import { ChangeList } from '@/features/org/import/ui/change-list';
import { CountsTable } from '@/features/org/import/ui/counts-table';
import { countOf, OUTCOME_NAMES } from '@/features/org/import/ui/report-text';
import { RunProgress } from '@/features/org/import/ui/run-progress';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { Tabs } from '@/ui/tabs';
import { Day, Instant } from '@/ui/time';

export const metadata: Metadata = { title: 'What an import changes' };

export default async function ImportRunPage({
  params,
  searchParams,
}: PageProps<'/org/import/[id]'>) {
  const ctx = await requestContext();
  const { id } = await params;
  const { after, ...filter } = changeFilterInput.parse(await searchParams);
  const run = await getImportRun(ctx, id);
  if (!run) notFound();
  const path = `/org/import/${id}`;
  const changes = await listImportChanges(ctx, id, filter, after);
  const outcomes = changeOutcomes.filter((outcome) => countOf(run.counts, outcome) > 0);
  return (
    <>
      <PageHeader
        title={run.fileName}
        kicker={FORMAT_NAMES[run.format]}
        crumbs={[
          { href: '/org', label: 'Organisation' },
          { href: '/org/import', label: 'Import' },
        ]}
        lead={
          <>
            From {run.source}, as of <Day day={run.asOf} />.{' '}
            {run.appliedAt ? (
              <>
                Applied <Instant at={run.appliedAt} timeZone={ctx.actor.timeZone} dated />
                {run.appliedBy && ` by ${run.appliedBy}`}.
              </>
            ) : (
              'Nothing has been changed yet.'
            )}
          </>
        }
      />
      {run.state === 'being-applied' && <RunProgress run={run} />}
      {run.state !== 'being-applied' && run.state !== 'applied' && <ApplyForm run={run} />}
      <Section title="In numbers">
        <CountsTable counts={run.counts} />
      </Section>
      <Section title="Line by line">
        <Tabs
          label="Kinds of change"
          items={[
            { href: path, label: 'All', isCurrent: !filter.outcome },
            ...outcomes.map((outcome) => ({
              href: addressOf(path, { outcome }),
              label: `${OUTCOME_NAMES[outcome]} (${countOf(run.counts, outcome).toLocaleString('en-GB')})`,
              isCurrent: filter.outcome === outcome,
            })),
          ]}
        />
        <ChangeList changes={changes.items} />
        <Pagination
          basePath={path}
          query={filter}
          nextCursor={changes.nextCursor}
          isFirst={!after}
        />
      </Section>
    </>
  );
}
