import type { Attributes } from '../roster';
import type { ChangeOutcome, ChangeSubject } from '../schema';
import type {
  MembershipColumns,
  ParentColumns,
  PersonColumns,
  ScheduleColumns,
  UnitColumns,
} from './current';

/** One line of the difference, as a person reads it. */
export type ChangeLine = {
  subject: ChangeSubject;
  outcome: ChangeOutcome;
  title: string;
  detail: string;
  line: number | null;
};

export type NewSuccession = {
  kind: 'RENAME' | 'MERGE';
  predecessorId: string;
  successorId: string;
  nameBefore: string | null;
  nameAfter: string | null;
  note: string | null;
};

/** For the audit trail: what a change made of what, in words that the trail's reader knows. */
export type Trace = {
  action: string;
  subjectKind: 'person' | 'unit';
  subjectId: string;
  before: Attributes | null;
  after: Attributes | null;
};

type Identified<Columns> = Columns & { id: string };

/** Everything to write, each list in one go; rows carry the ids they will have. */
export type Writes = {
  newPeople: Identified<PersonColumns>[];
  changedPeople: Identified<PersonColumns>[];
  /** Their sessions end with this import. */
  departedIds: string[];
  newUnits: Identified<UnitColumns>[];
  changedUnits: Identified<UnitColumns>[];
  successions: Identified<NewSuccession>[];
  supersededParentIds: string[];
  newParents: Identified<ParentColumns>[];
  supersededMembershipIds: string[];
  newMemberships: (Identified<MembershipColumns> & { supersedesId: string | null })[];
  newSchedules: Identified<ScheduleColumns>[];
  changedSchedules: (Identified<ScheduleColumns> & { keepsSettlement: boolean })[];
};

export type Plan = { lines: ChangeLine[]; writes: Writes; traces: Trace[] };

export const nothingToWrite = (): Writes => ({
  newPeople: [],
  changedPeople: [],
  departedIds: [],
  newUnits: [],
  changedUnits: [],
  successions: [],
  supersededParentIds: [],
  newParents: [],
  supersededMembershipIds: [],
  newMemberships: [],
  newSchedules: [],
  changedSchedules: [],
});

/** How many rows applying it will write: what a bar of progress counts. */
export const rowsOf = (writes: Writes): number =>
  Object.values(writes).reduce((sum, rows) => sum + rows.length, 0);
