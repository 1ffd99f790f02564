import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { canAdoptImportedSchedules } from '@/features/meetups/policy';
import { countAdoptableSchedules } from '@/features/meetups/series/adoption/queries';
import { listSeries, type SeriesLine } from '@/features/meetups/series/queries';
import { AdoptSchedules } from '@/features/meetups/ui/adopt-schedules';
import { Badge } from '@/ui/badge';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';
import { Instant } from '@/ui/time';
import { UnitGlyph } from '@/ui/unit-glyph';
import { meetupsFilter } from '../filter';

export const metadata: Metadata = { title: 'Meetup series' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SeriesListPage({ searchParams }: Props) {
  const context = await requestContext();
  const { after } = meetupsFilter.parse(await searchParams);
  const { items, nextCursor } = await listSeries(context, after);
  const mayAdopt = canAdoptImportedSchedules(context.actor);
  const adoptable = mayAdopt ? await countAdoptableSchedules(context) : 0;

  return (
    <>
      <PageHeader title="Meetups" lead="Every series with its rhythm and its next date." />
      <Tabs
        label="Meetups"
        items={[
          { href: '/meetups', label: 'To come', isCurrent: false },
          { href: '/meetups?when=past', label: 'Past', isCurrent: false },
          { href: '/meetups/series', label: 'Series', isCurrent: true },
        ]}
      />
      <AdoptSchedules count={adoptable} />
      {items.length === 0 && (
        <EmptyState title="No series yet">
          A series holds a guild’s rhythm: on which days it meets, at which hour, in which time
          zone.
        </EmptyState>
      )}
      <ul className="divide-y divide-line border-y border-line empty:border-0">
        {items.map((series) => (
          <SeriesRow key={series.id} series={series} timeZone={context.actor.timeZone} />
        ))}
      </ul>
      <Pagination basePath="/meetups/series" nextCursor={nextCursor} isFirst={!after} />
    </>
  );
}

function SeriesRow({ series, timeZone }: { series: SeriesLine; timeZone: string }) {
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link href={`/meetups/series/${series.slug}`} className="font-medium hover:underline">
          {series.title}
        </Link>
        <p className="text-[0.9375rem] first-letter:uppercase">
          {series.rhythm} at {series.localTime} ({series.timeZone})
        </p>
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <UnitGlyph kind={series.unitKind} />
          <Link href={`/org/${series.unitSlug}`} className="hover:underline">
            {series.unitName}
          </Link>
        </p>
      </div>
      <p className="text-sm text-muted">
        {series.hasEnded && <Badge>Ended</Badge>}
        {series.nextAt && (
          <>
            Next: <Instant at={series.nextAt} timeZone={timeZone} short />
          </>
        )}
      </p>
    </li>
  );
}
