import type { MembershipRole, MembershipSource, UnitKind } from '../../schema';
import type { Attributes } from '../roster';

/** The organisation as the portal holds it; days are texts such as `2026-03-01`. */
export type Current = {
  people: CurrentPerson[];
  units: CurrentUnit[];
  /** Rows that were not superseded, of all times. */
  memberships: CurrentMembership[];
  parents: CurrentParent[];
  schedules: CurrentSchedule[];
};

export type PersonColumns = {
  handle: string;
  name: string;
  email: string | null;
  timeZone: string;
  headline: string;
  about: string;
  skills: string[];
  askMeAbout: string[];
  startedOn: string | null;
  leftOn: string | null;
  externalSource: string | null;
  externalKey: string | null;
  attributes: Attributes;
};
export type CurrentPerson = PersonColumns & { id: string };

export type UnitColumns = {
  kind: UnitKind;
  slug: string;
  name: string;
  purpose: string;
  timeZone: string | null;
  validFrom: string;
  validTo: string | null;
  externalSource: string | null;
  externalKey: string | null;
  attributes: Attributes;
};
export type CurrentUnit = UnitColumns & {
  id: string;
  /** Somebody ended, split or merged it here; a file does not undo that. */
  wasEndedByHand: boolean;
};

export type MembershipColumns = {
  personId: string;
  unitId: string;
  unitKind: UnitKind;
  role: MembershipRole;
  isPrimary: boolean;
  validFrom: string;
  validTo: string | null;
  endReason: string | null;
  note: string | null;
  source: MembershipSource;
  externalSource: string | null;
};
export type CurrentMembership = MembershipColumns & { id: string };

export type ParentColumns = {
  unitId: string;
  unitKind: UnitKind;
  parentId: string;
  parentKind: UnitKind;
  validFrom: string;
  validTo: string | null;
  externalSource: string | null;
};
export type CurrentParent = ParentColumns & { id: string };

export type ScheduleColumns = {
  unitId: string;
  externalKey: string;
  title: string;
  originalText: string;
  links: Attributes;
  recurrenceRule: string | null;
  timeZone: string | null;
  localTime: string | null;
  firstOn: string | null;
  obstacle: string | null;
  endedOn: string | null;
};
export type CurrentSchedule = ScheduleColumns & { id: string; isSettled: boolean };
