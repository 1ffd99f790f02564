import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requestContext } from '@/features/identity/queries';
import { listMeetups } from '@/features/meetups/queries';
import { getSeries } from '@/features/meetups/series/queries';
import { MeetupList } from '@/features/meetups/ui/meetup-list';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';
import { unitKindName } from '@/ui/unit-glyph';
import { meetupsFilter } from '../../filter';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (slug: string) => getSeries(await requestContext(), slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).slug))?.title };
}

export default async function SeriesPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const series = await load((await params).slug);
  if (!series) notFound();
  const { after } = meetupsFilter.parse(await searchParams);
  const { timeZone } = context.actor;
  const upcoming = await listMeetups(context, { when: 'upcoming', seriesId: series.id, size: 20 });
  const past = await listMeetups(context, { when: 'past', seriesId: series.id, after });
  const path = `/meetups/series/${series.slug}`;

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          { href: '/meetups/series', label: 'Series' },
        ]}
        kicker={unitKindName(series.unit.kind)}
        title={series.title}
        lead={series.purpose}
        actions={
          series.canRun && <ButtonLink href={`${path}/change`}>Change the series</ButtonLink>
        }
      />
      <dl className="mb-10 grid max-w-2xl gap-x-8 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)] [&_dt]:text-sm [&_dt]:text-muted">
        <dt>Meets</dt>
        <dd>
          {series.rhythm}, at {series.localTime} in {series.timeZone}, for {series.durationMinutes}{' '}
          minutes
          {series.lastOn && (
            <>
              , until <Day day={series.lastOn} />
            </>
          )}
        </dd>
        <dt>Held by</dt>
        <dd>
          <Link href={`/org/${series.unit.slug}`} className="link">
            {series.unit.name}
          </Link>
        </dd>
        {series.location && (
          <>
            <dt>Where</dt>
            <dd className="break-words">{series.location}</dd>
          </>
        )}
      </dl>
      {!after && (
        <Section title="To come">
          {upcoming.items.length > 0 ? (
            <MeetupList meetups={upcoming.items} timeZone={timeZone} />
          ) : (
            <p className="text-muted">No further date is planned.</p>
          )}
        </Section>
      )}
      <Section title="Past">
        {past.items.length > 0 ? (
          <MeetupList meetups={past.items} timeZone={timeZone} />
        ) : (
          <p className="text-muted">No date of this series has been held yet.</p>
        )}
        <Pagination
          basePath={addressOf(path, {})}
          nextCursor={past.nextCursor}
          isFirst={!after}
          label="Show earlier dates"
        />
      </Section>
    </>
  );
}
