import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { getSchedule } from '@/features/org/import/queries';
import { SettleForm } from '@/features/org/import/ui/settle-form';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Settle a schedule' };

export default async function SchedulePage({ params }: PageProps<'/org/import/schedules/[id]'>) {
  const ctx = await requestContext();
  const { id } = await params;
  const schedule = await getSchedule(ctx, id);
  if (!schedule) notFound();
  return (
    <>
      <PageHeader
        title={schedule.title}
        crumbs={[
          { href: '/org/import', label: 'Import' },
          { href: '/org/import/schedules', label: 'Schedules to settle' },
        ]}
        kicker={
          <>
            A meeting of{' '}
            <Link href={`/org/${schedule.unit.slug}`} className="underline">
              {schedule.unit.name}
            </Link>
          </>
        }
        lead={`The file says: ${schedule.originalText}`}
      />
      {schedule.settledAt ? (
        <Notice>This is settled.</Notice>
      ) : (
        <>
          {schedule.obstacle && <Notice>{schedule.obstacle}</Notice>}
          <SettleForm schedule={schedule} />
        </>
      )}
    </>
  );
}
