import type { GuildSlug, Zone } from '../world';

export type AgendaKind = 'TALK' | 'PROBLEM_WORKSHOP' | 'TOOL_DEMO' | 'PAPER_READING' | 'OTHER';

export type AgendaSeed = {
  kind: AgendaKind;
  title: string;
  by: string;
  minutes: number;
  summary?: string;
  /** The slug of the technique that it presents. */
  technique?: string;
};

export type DateSeed = {
  /** The last date is 1, the one before it 2; the next one ahead is 0, the one after it -1. */
  cycle: number;
  items: AgendaSeed[];
  notes?: string;
  /** Guests who were there without being in the guild. */
  guests?: string[];
  cancelled?: string;
};

export type SeriesSeed = {
  guild: GuildSlug;
  slug: string;
  title: string;
  purpose: string;
  zone: Zone;
  /** 1 is Monday. */
  weekday: 1 | 2 | 3 | 4 | 5;
  everyWeeks: 2 | 4;
  /** How many whole weeks the next date lies beyond the coming week, so that series do not meet at once. */
  weeksAhead: number;
  localTime: string;
  minutes: number;
  location: string;
  takesNotes: string;
  dates: DateSeed[];
};

type More = Pick<AgendaSeed, 'summary' | 'technique'>;

const item =
  (kind: AgendaKind, usualMinutes: number) =>
  (title: string, by: string, minutes = usualMinutes, more: More = {}): AgendaSeed => ({
    kind,
    title,
    by,
    minutes,
    ...more,
  });

export const talk = item('TALK', 30);
export const workshop = item('PROBLEM_WORKSHOP', 35);
export const demo = item('TOOL_DEMO', 15);
export const paper = item('PAPER_READING', 25);
export const other = item('OTHER', 10);
