import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { listUnsettledSchedules } from '@/features/org/import/queries';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: 'Schedules to settle' };

export default async function SchedulesPage({ searchParams }: PageProps<'/org/import/schedules'>) {
  const ctx = await requestContext();
  const { after } = (await searchParams) as { after?: string };
  const schedules = await listUnsettledSchedules(ctx, after);
  if (!schedules) notFound();
  return (
    <>
      <PageHeader
        title="Schedules to settle"
        crumbs={[
          { href: '/org', label: 'Organisation' },
          { href: '/org/import', label: 'Import' },
        ]}
        lead="An import keeps the words of a meeting’s schedule and reads only what is certain. What is open here, somebody who knows the meeting can say."
      />
      {schedules.items.length === 0 ? (
        <EmptyState title="Nothing is open">
          Every imported schedule is understood or settled.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {schedules.items.map((schedule) => (
            <li key={schedule.id} className="py-3">
              <Link
                href={`/org/import/schedules/${schedule.id}`}
                className="font-medium text-accent hover:underline"
              >
                {schedule.title}
              </Link>{' '}
              <span className="text-muted">of {schedule.unit.name}</span>
              <p className="text-sm">{schedule.originalText}</p>
              <p className="text-sm text-muted">{schedule.obstacle}</p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        basePath="/org/import/schedules"
        nextCursor={schedules.nextCursor}
        isFirst={!after}
      />
    </>
  );
}
