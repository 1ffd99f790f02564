import {
  formatInstant,
  formatInstantDated,
  formatInstantShort,
  formatLongDay,
  relativeDay,
} from './format-time';

/** A day without a time: absolute; in words when it is near, with the date on hover. */
export function Day({ day, today }: { day: Date; today?: Date }) {
  const absolute = formatLongDay(day);
  const near = today && relativeDay(day, today);
  return (
    <time dateTime={day.toISOString().slice(0, 10)} title={near ? absolute : undefined}>
      {near ?? absolute}
    </time>
  );
}

/** An instant in the reader's zone; the meeting's own zone stands beside it when they differ. */
export function Instant({
  at,
  timeZone,
  ownTimeZone,
  short = false,
  dated = false,
}: {
  at: Date;
  timeZone: string;
  ownTimeZone?: string;
  short?: boolean;
  /** With the year and without the weekday, for what stays on record. */
  dated?: boolean;
}) {
  const format = dated ? formatInstantDated : short ? formatInstantShort : formatInstant;
  const text = format(at, timeZone);
  const own =
    ownTimeZone && formatInstantShort(at, ownTimeZone) !== formatInstantShort(at, timeZone)
      ? formatInstantShort(at, ownTimeZone)
      : null;
  return (
    <time dateTime={at.toISOString()}>
      {text}
      {own && <span className="text-muted"> ({own})</span>}
    </time>
  );
}
