import { formatDay } from '@/foundation/days';
import { Button } from '@/ui/button';
import { formatLongDay } from '@/ui/format-time';
import { Link } from '@/ui/link';
import { addressOf } from '@/ui/pagination';
import type { AsOf } from '../as-of';

type AsOfBarProps = {
  asOf: AsOf;
  path: string;
  /** What else the address says; the day is added to it. */
  query?: Record<string, string | undefined>;
};

/** Says which day a page speaks of, and lets the reader choose another. */
export function AsOfBar({ asOf, path, query = {} }: AsOfBarProps) {
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm ${
        asOf.tense === 'today' ? 'mb-1' : 'mb-6 rounded-md bg-notice px-3.5 py-2 text-notice-ink'
      }`}
    >
      <p role={asOf.tense === 'today' ? undefined : 'status'}>
        <Tense asOf={asOf} />
        {asOf.tense !== 'today' && (
          <>
            {' '}
            <Link href={addressOf(path, query)} className="font-medium underline">
              Back to today
            </Link>
          </>
        )}
      </p>
      <form action={path} className="no-print flex items-center gap-2">
        {Object.entries(query).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label htmlFor="as-of-day" className="text-muted">
          As of
        </label>
        <input
          id="as-of-day"
          type="date"
          name="on"
          defaultValue={formatDay(asOf.day)}
          className="h-7 rounded-md border border-line-strong bg-raised px-2 text-ink"
        />
        <Button type="submit" size="small">
          Show
        </Button>
      </form>
    </div>
  );
}

function Tense({ asOf: { day, tense } }: { asOf: AsOf }) {
  if (tense === 'today') return <span className="sr-only">You see the organisation of today.</span>;
  return (
    <>
      {tense === 'past' ? 'You look back: this is how it was on ' : 'You look ahead: planned for '}
      <time dateTime={formatDay(day)} className="font-medium">
        {formatLongDay(day)}
      </time>
      .
    </>
  );
}
