/** How an agenda fills its time: when each item begins, and what is left over or too much. */
export type AgendaTime = {
  plannedMinutes: number;
  availableMinutes: number;
  /** Positive while there is room, negative when the agenda is too long. */
  minutesLeft: number;
  /** When each item begins, in the order of the items. */
  startsAt: Date[];
};

const MILLISECONDS_PER_MINUTE = 60_000;

export function agendaTime(
  meetup: { startsAt: Date; endsAt: Date },
  items: readonly { minutes: number }[],
): AgendaTime {
  const availableMinutes = (+meetup.endsAt - +meetup.startsAt) / MILLISECONDS_PER_MINUTE;
  let plannedMinutes = 0;
  const startsAt = items.map(({ minutes }) => {
    const begins = new Date(+meetup.startsAt + plannedMinutes * MILLISECONDS_PER_MINUTE);
    plannedMinutes += minutes;
    return begins;
  });
  return {
    plannedMinutes,
    availableMinutes,
    minutesLeft: availableMinutes - plannedMinutes,
    startsAt,
  };
}

/** "75 of 90 minutes planned, 15 free." */
export function agendaTimeInWords({ plannedMinutes, availableMinutes, minutesLeft }: AgendaTime) {
  const planned = `${plannedMinutes} of ${availableMinutes} minutes planned`;
  if (minutesLeft > 0) return `${planned}, ${minutesLeft} free.`;
  return minutesLeft < 0 ? `${planned}: ${-minutesLeft} too many.` : `${planned}.`;
}
