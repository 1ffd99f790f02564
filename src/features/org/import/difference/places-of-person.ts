import type { CurrentMembership } from './current';
import type { WantedPlace } from './wanted-places';

/** What becomes of one person's places. */
export type PersonPlaces = {
  /** What is recorded of this person, with the ends that this import brings. */
  after: CurrentMembership[];
  opened: WantedPlace[];
  ended: CurrentMembership[];
  /** Ended because the person leaves the company, on that day. */
  departed: CurrentMembership[];
  changed: { row: CurrentMembership; wanted: WantedPlace; from: string }[];
  untouched: { row: CurrentMembership; wanted: WantedPlace }[];
  /** Gone from the file, and kept because part of it could not be read. */
  withheld: CurrentMembership[];
  /** Left by the person's own hand, which a file does not undo. */
  keptOut: WantedPlace[];
  /** Another home squad was recorded here by hand. */
  refused: { wanted: WantedPlace; home: CurrentMembership }[];
};
