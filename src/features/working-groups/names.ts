import type { GroupState } from './charter';
import type { DeliverableState } from './deliverable';

export const groupStateNames: Record<GroupState, string> = {
  PROPOSED: 'Proposed',
  CHARTERED: 'Chartered',
  ACTIVE: 'Active',
  REVIEW: 'In review',
  CLOSED: 'Closed',
  DISBANDED: 'Disbanded',
};

export const deliverableStateNames: Record<DeliverableState, string> = {
  DRAFT: 'Draft',
  REVIEW: 'In review',
  PUBLISHED: 'Published',
  WARRANTY: 'Under warranty',
  MAINTAINED: 'Maintained',
  DEPRECATED: 'Deprecated',
};

/** What the button says that moves a group there. */
export const groupMoves: Record<GroupState, string> = {
  PROPOSED: 'Propose',
  CHARTERED: 'Charter this group',
  ACTIVE: 'Begin the work',
  REVIEW: 'Put up for review',
  CLOSED: 'Close the group',
  DISBANDED: 'Disband the group',
};

/** What the button says that moves a deliverable there. */
export const deliverableMoves: Record<DeliverableState, string> = {
  DRAFT: 'Take back to draft',
  REVIEW: 'Ask for review',
  PUBLISHED: 'Publish',
  WARRANTY: 'Record first production use',
  MAINTAINED: 'Hand over to maintenance',
  DEPRECATED: 'Deprecate',
};

export const deliverableKinds = ['GUIDELINE', 'TOOL', 'REFERENCE_IMPLEMENTATION'] as const;
export type DeliverableKind = (typeof deliverableKinds)[number];

export const deliverableKindNames: Record<DeliverableKind, string> = {
  GUIDELINE: 'Guideline',
  TOOL: 'Tool',
  REFERENCE_IMPLEMENTATION: 'Reference implementation',
};
