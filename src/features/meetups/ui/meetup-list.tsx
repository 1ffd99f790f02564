import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { UnitGlyph } from '@/ui/unit-glyph';
import { marginDate, monthInWords } from '../meeting-time';
import type { MeetupLine } from '../queries';
import type { RsvpAnswer } from '../rsvp';

type Props = { meetups: MeetupLine[]; timeZone: string };

/** Dates in their order, under a heading for each month of the reader's calendar. */
export function MeetupsByMonth({ meetups, timeZone }: Props) {
  const months = new Map<string, MeetupLine[]>();
  for (const meetup of meetups) {
    const month = monthInWords(meetup.startsAt, timeZone);
    months.set(month, [...(months.get(month) ?? []), meetup]);
  }
  return [...months].map(([month, dates]) => (
    <section key={month} aria-label={month} className="mb-7">
      <h2 className="mb-1 font-sans text-sm font-medium text-muted">{month}</h2>
      <MeetupList meetups={dates} timeZone={timeZone} />
    </section>
  ));
}

export function MeetupList({ meetups, timeZone }: Props) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {meetups.map((meetup) => (
        <MeetupRow key={meetup.id} meetup={meetup} timeZone={timeZone} />
      ))}
    </ol>
  );
}

const answers: Record<RsvpAnswer, string> = {
  YES: 'You are coming',
  MAYBE: 'You may come',
  NO: 'You are not coming',
};

function MeetupRow({ meetup, timeZone }: { meetup: MeetupLine; timeZone: string }) {
  const { day, time } = marginDate(meetup.startsAt, timeZone);
  return (
    <li className="grid gap-x-5 gap-y-1 py-3 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
      <time
        dateTime={meetup.startsAt.toISOString()}
        className="flex gap-2 whitespace-nowrap text-sm tabular-nums text-muted sm:pt-0.5"
      >
        <span>{day}</span> <span>{time}</span>
      </time>
      <div className="min-w-0">
        <p>
          <Link
            href={`/meetups/${meetup.id}`}
            className={
              meetup.isCancelled ? 'text-muted line-through' : 'font-medium hover:underline'
            }
          >
            {meetup.title}
          </Link>
        </p>
        {meetup.agendaTitles.length > 0 && (
          <p className="mt-0.5 text-[0.9375rem]">{meetup.agendaTitles.join(' · ')}</p>
        )}
        <p className="mt-0.5 flex items-center gap-1.5 text-sm text-muted">
          <UnitGlyph kind={meetup.unitKind} />
          <Link href={`/org/${meetup.unitSlug}`} className="hover:underline">
            {meetup.unitName}
          </Link>
        </p>
      </div>
      <p className="flex flex-wrap items-start gap-1.5 sm:justify-end">
        {meetup.isCancelled && <Badge tone="notice">Called off</Badge>}
        {meetup.isMoved && !meetup.isCancelled && <Badge>Moved</Badge>}
        {meetup.myAnswer && !meetup.isCancelled && (
          <Badge tone={meetup.myAnswer === 'YES' ? 'accent' : 'neutral'}>
            {answers[meetup.myAnswer]}
          </Badge>
        )}
      </p>
    </li>
  );
}
