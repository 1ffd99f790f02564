import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { listAttendanceSheet } from '@/features/meetups/presence/queries';
import { AttendanceSheet } from '@/features/meetups/ui/attendance-sheet';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { meetupsFilter } from '../../filter';
import { loadMeetup } from '../load';

export const metadata: Metadata = { title: 'Who was there' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AttendancePage({ params, searchParams }: Props) {
  const context = await requestContext();
  const meetup = await loadMeetup((await params).id);
  if (!meetup) notFound();
  const path = `/meetups/${meetup.id}`;
  if (!meetup.canRun || !meetup.takesAttendance) redirect(path);
  const { q: text = '', after } = meetupsFilter.parse(await searchParams);
  const { items, nextCursor } = await listAttendanceSheet(context, meetup.id, { text, after });

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          { href: path, label: meetup.title },
        ]}
        title="Who was there"
        lead={`Members of ${meetup.unitName} on that day, whoever meant to come, and whoever is recorded. Somebody else is found by name.`}
      />
      <search>
        <form action={`${path}/attendance`} className="mb-6 flex max-w-md gap-2">
          <input
            type="search"
            name="q"
            defaultValue={text}
            aria-label="Find somebody by name"
            placeholder="Find somebody by name"
            className="min-w-0 flex-1 rounded-md border border-line-strong bg-raised px-3 py-1.5"
          />
          <Button type="submit">Find</Button>
        </form>
      </search>
      {items.length > 0 ? (
        <AttendanceSheet meetupId={meetup.id} lines={items} />
      ) : (
        <p className="text-muted">
          {text ? `Nobody’s name contains “${text}”.` : 'The guild has no members yet.'}
        </p>
      )}
      <Pagination
        basePath={`${path}/attendance`}
        query={{ q: text }}
        nextCursor={nextCursor}
        isFirst={!after && !text}
        label="Next names"
      />
    </>
  );
}
