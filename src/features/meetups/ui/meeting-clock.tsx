import { onTwoClocks } from '../meeting-time';

type Props = { startsAt: Date; endsAt: Date; timeZone: string; ownTimeZone: string };

/** When it is by the reader's clock; the meeting's own stands beneath where it shows another time. */
export function MeetingClock({ startsAt, endsAt, timeZone, ownTimeZone }: Props) {
  const { here, there } = onTwoClocks({ startsAt, endsAt }, timeZone, ownTimeZone);
  return (
    <span>
      <time dateTime={startsAt.toISOString()}>{here}</time>
      {there && (
        <span className="block text-sm text-muted">
          {there} by the meeting’s own clock ({ownTimeZone})
        </span>
      )}
    </span>
  );
}
