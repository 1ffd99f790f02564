import { daysBetween } from '@/foundation/days';
import type { DeliverableState } from './deliverable';
import { checkpointsOf, endOfGroup, type GroupTime, weeksUpTo } from './weeks';

export type TrackGroup = GroupTime & {
  endedOn: Date | null;
  checkpoints: readonly { week: number; heldOn: Date }[];
  deliverables: readonly DueDeliverable[];
};

type DueDeliverable = { title: string; dueOn: Date; state: DeliverableState };

export type Track = {
  weeks: { number: number; x: number; width: number; isPast: boolean; isExtension: boolean }[];
  /** Where today is; null before the start and after the end. */
  todayX: number | null;
  checkpoints: { week: number; on: Date; heldOn: Date | null; x: number }[];
  /** Numbered as the page lists them; marks that would cover each other stand in rows of their own. */
  deliverables: (DueDeliverable & { number: number; x: number; row: number })[];
  rowCount: number;
};

/** So much room a mark needs before the next may stand in the same row. */
const MARK_WIDTH = 18;

/** Where everything on a group's track stands, on a line as wide as this. */
export function trackOf(group: TrackGroup, today: Date, width: number): Track {
  const end = endOfGroup(group);
  const length = daysBetween(group.startsOn, end);
  const x = (day: Date) => {
    const share = daysBetween(group.startsOn, day) / length;
    return Math.round(Math.min(Math.max(share, 0), 1) * width * 10) / 10;
  };
  const weekCount = weeksUpTo(group.startsOn, end);
  const plannedWeeks = weeksUpTo(group.startsOn, group.plannedEndOn);
  const passed = daysBetween(group.startsOn, group.endedOn ?? today) / 7;
  const weekWidth = (width * 7) / length;
  const held = new Map(group.checkpoints.map(({ week, heldOn }) => [week, heldOn]));
  const deliverables = inRows(
    group.deliverables
      .map((deliverable, index) => ({
        ...deliverable,
        number: index + 1,
        x: x(deliverable.dueOn),
      }))
      .toSorted((a, b) => a.x - b.x),
  );
  return {
    weeks: Array.from({ length: weekCount }, (_, index) => ({
      number: index + 1,
      x: Math.round(index * weekWidth * 10) / 10,
      width: Math.round(Math.min(weekWidth, width - index * weekWidth) * 10) / 10,
      isPast: index + 1 <= passed,
      isExtension: index >= plannedWeeks,
    })),
    todayX: group.endedOn || today < group.startsOn || today > end ? null : x(today),
    checkpoints: checkpointsOf(group).map(({ week, on }) => ({
      week,
      on,
      heldOn: held.get(week) ?? null,
      x: x(on),
    })),
    deliverables,
    rowCount: Math.max(0, ...deliverables.map(({ row }) => row + 1)),
  };
}

/** Marks that would cover each other go into rows of their own. */
function inRows<Mark extends { x: number }>(marks: Mark[]): (Mark & { row: number })[] {
  const lastInRow: number[] = [];
  return marks.map((mark) => {
    const free = lastInRow.findIndex((last) => mark.x - last >= MARK_WIDTH);
    const row = free === -1 ? lastInRow.length : free;
    lastInRow[row] = mark.x;
    return { ...mark, row };
  });
}
