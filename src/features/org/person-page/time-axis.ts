import { daysBetween, type Period } from '@/foundation/days';

export type TimeAxis = { from: Date; to: Date };

/** From the first day anything held to today, or to the last planned beginning. */
export function timeAxis(periods: readonly Period[], today: Date): TimeAxis | null {
  const days = periods.flatMap(({ validFrom, validTo }) =>
    validTo ? [validFrom, validTo] : [validFrom],
  );
  if (days.length === 0) return null;
  const times = [...days, today].map((day) => day.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}

/** Where a period lies on the axis, in hundredths of its length; what is open reaches its end. */
export function placeOnAxis(period: Period, axis: TimeAxis): { start: number; length: number } {
  const all = Math.max(1, daysBetween(axis.from, axis.to));
  const share = (day: Date) => Math.min(100, (daysBetween(axis.from, day) / all) * 100);
  const start = share(period.validFrom);
  return { start, length: Math.max(0.5, (period.validTo ? share(period.validTo) : 100) - start) };
}
