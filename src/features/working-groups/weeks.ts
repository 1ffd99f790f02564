import { addDays, daysBetween } from '@/foundation/days';

/** How long a group works: from its first day to its planned end, or to the one extension of it. */
export type GroupTime = { startsOn: Date; plannedEndOn: Date; extendedTo: Date | null };

export const WEEKS_MIN = 8;
export const WEEKS_MAX = 12;
export const EXTENSION_DAYS_MAX = 28;

export type Progress =
  | { phase: 'before'; daysUntil: number; weekCount: number }
  | { phase: 'during'; week: number; weekCount: number; weeksLeft: number }
  | { phase: 'after'; weekCount: number };

export const endOfGroup = ({ plannedEndOn, extendedTo }: GroupTime) => extendedTo ?? plannedEndOn;

export const weeksUpTo = (startsOn: Date, day: Date) => Math.ceil(daysBetween(startsOn, day) / 7);

export const endAfterWeeks = (startsOn: Date, weeks: number) => addDays(startsOn, weeks * 7);

/** In which week of how many a group is on a day, and how many are left, the running one included. */
export function progressOn(group: GroupTime, day: Date): Progress {
  const end = endOfGroup(group);
  const weekCount = weeksUpTo(group.startsOn, end);
  if (day < group.startsOn) {
    return { phase: 'before', daysUntil: daysBetween(day, group.startsOn), weekCount };
  }
  if (day > end) return { phase: 'after', weekCount };
  const week = Math.min(Math.floor(daysBetween(group.startsOn, day) / 7) + 1, weekCount);
  return { phase: 'during', week, weekCount, weeksLeft: weekCount - week + 1 };
}

/** "Week 5 of 10, 6 weeks left." */
export function progressInWords(progress: Progress): string {
  switch (progress.phase) {
    case 'before':
      return `Begins in ${counted(progress.daysUntil, 'day')}, for ${progress.weekCount} weeks.`;
    case 'during':
      return `Week ${progress.week} of ${progress.weekCount}, ${counted(progress.weeksLeft, 'week')} left.`;
    case 'after':
      return `The ${progress.weekCount} weeks are over.`;
  }
}

export type CheckpointDue = {
  /** Whole weeks after the start; 0 is the first day. */
  week: number;
  on: Date;
};

/** When a group looks at where it stands: at the start, after four and eight weeks, and at the end. */
export function checkpointsOf(group: GroupTime): CheckpointDue[] {
  const plannedWeeks = weeksUpTo(group.startsOn, group.plannedEndOn);
  const lastWeek = weeksUpTo(group.startsOn, endOfGroup(group));
  const weeks = [...new Set([0, 4, 8, plannedWeeks, lastWeek])].toSorted((a, b) => a - b);
  return weeks.map((week) => {
    if (week === lastWeek) return { week, on: endOfGroup(group) };
    // A planned end need not fall on a whole week.
    const on = week === plannedWeeks ? group.plannedEndOn : addDays(group.startsOn, week * 7);
    return { week, on };
  });
}

/** The one extension lasts at most four weeks; a longer question is a new group's. */
export function extensionFault(group: GroupTime, extendedTo: Date): ExtensionFault | null {
  if (group.extendedTo) return 'already-extended';
  const days = daysBetween(group.plannedEndOn, extendedTo);
  if (days <= 0) return 'extension-not-later';
  return days > EXTENSION_DAYS_MAX ? 'extension-too-long' : null;
}

type ExtensionFault = 'already-extended' | 'extension-not-later' | 'extension-too-long';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
