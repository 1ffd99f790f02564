/** What the clock shows where somebody works, at the instant the page was made. */
export function LocalTime({ now, timeZone }: { now: Date; timeZone: string }) {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    timeZone,
  }).format(now);
  return (
    <>
      <time dateTime={now.toISOString()}>{time}</time> there now ({timeZone.replaceAll('_', ' ')})
    </>
  );
}
