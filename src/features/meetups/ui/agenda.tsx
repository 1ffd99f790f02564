import { Link } from '@/ui/link';
import type { AgendaItemView } from '../agenda/queries';
import { agendaTime, agendaTimeInWords } from '../agenda-time';
import { hourInWords } from '../meeting-time';
import { agendaItemKindNames } from '../schema';

type Props = {
  meetup: { startsAt: Date; endsAt: Date };
  items: AgendaItemView[];
  timeZone: string;
  /** What may be done with an item, beneath it. */
  children?: (item: AgendaItemView) => React.ReactNode;
};

/** The items with the hour each begins by the reader's clock, and how the time is filled. */
export function Agenda({ meetup, items, timeZone, children }: Props) {
  const time = agendaTime(meetup, items);
  return (
    <>
      <ol className="-mt-3 divide-y divide-line border-b border-line">
        {items.map((item, index) => (
          <li key={item.id} className="grid gap-x-5 py-4 sm:grid-cols-[4.5rem_minmax(0,1fr)]">
            <p className="text-sm tabular-nums text-muted sm:pt-0.5">
              {hourInWords(time.startsAt[index] ?? meetup.startsAt, timeZone)}
            </p>
            <div className="min-w-0">
              <h3>{item.title}</h3>
              <Byline item={item} />
              {item.summary && (
                <p className="mt-2 max-w-[70ch] whitespace-pre-line">{item.summary}</p>
              )}
              {children?.(item)}
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-muted">{agendaTimeInWords(time)}</p>
    </>
  );
}

function Byline({ item }: { item: AgendaItemView }) {
  const { kind, minutes, presenter, squad } = item;
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-sm text-muted">
      <span>
        {agendaItemKindNames[kind]}, {minutes} minutes
      </span>
      {presenter && (
        <span>
          ·{' '}
          <Link href={`/people/${presenter.handle}`} className="link">
            {presenter.name}
          </Link>
        </span>
      )}
      {squad && (
        <span>
          ·{' '}
          <Link href={`/org/${squad.slug}`} className="link">
            {squad.name}
          </Link>
        </span>
      )}
    </p>
  );
}
