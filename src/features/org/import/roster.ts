import type { MembershipRole, UnitKind } from '../schema';

/**
 * An organisation as one file tells it, whatever its format. A field that is undefined was not
 * mentioned, and what the portal holds there stays; days are texts such as `2026-03-01`.
 */
export type Roster = {
  people: RosterPerson[];
  units: RosterUnit[];
  memberships: RosterMembership[];
  schedules: RosterSchedule[];
  findings: Finding[];
};

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Attributes = { [key: string]: Json };

export type RosterPerson = {
  key: string;
  line: number;
  name?: string;
  handle?: string;
  email?: string;
  timeZone?: string;
  headline?: string;
  about?: string;
  skills?: string[];
  askMeAbout?: string[];
  startedOn?: string;
  leftOn?: string;
  /** What the file says of this person and no column holds. */
  attributes: Attributes;
};

export type RosterUnit = {
  key: string;
  line: number;
  kind: UnitKind;
  name: string;
  purpose?: string;
  timeZone?: string;
  /** Null: the file says that it stands beneath nothing. */
  parentKey?: string | null;
  /** Archived: it existed and does so no more, since an unknown day. */
  isOver: boolean;
  attributes: Attributes;
};

export type RosterMembership = {
  personKey: string;
  unitKey: string;
  line: number;
  role: MembershipRole;
  /** The home squad; undefined when the file leaves it open. */
  isPrimary?: boolean;
  note: string | null;
  since?: string;
  /** Alumni: it held once and does so no more, between unknown days. */
  isOver: boolean;
};

/** What a recurring meeting's text was understood to mean; with an obstacle, as far as it was. */
export type ScheduleReading = {
  recurrenceRule: string | null;
  timeZone: string | null;
  localTime: string | null;
  firstOn: string | null;
  obstacle: string | null;
};

export type RosterSchedule = ScheduleReading & {
  key: string;
  unitKey: string;
  line: number;
  title: string;
  originalText: string;
  links: Attributes;
};

/** Something to tell the reader: a line that cannot be imported and why, or a remark on one that can. */
export type Finding = {
  kind: 'refused' | 'notice';
  subject: 'person' | 'unit' | 'membership' | 'schedule' | 'file';
  line: number | null;
  title: string;
  reason: string;
  /**
   * Whom a refused line speaks of, as far as it could be read. They are in the file, so nothing of
   * theirs ends for being absent; when nobody can tell, nothing ends at all.
   */
  mentions?: { people: string[]; units: string[] };
};

export const emptyRoster = (): Roster => ({
  people: [],
  units: [],
  memberships: [],
  schedules: [],
  findings: [],
});

/** Keys of attributes come from files, so they must never reach a prototype. */
export function attributesFrom(entries: Iterable<readonly [string, Json | undefined]>): Attributes {
  return Object.fromEntries(
    [...entries].filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}
