import { addDays } from '@/foundation/days';

export type DeliverableState =
  | 'DRAFT'
  | 'REVIEW'
  | 'PUBLISHED'
  | 'WARRANTY'
  | 'MAINTAINED'
  | 'DEPRECATED';

/** From the first production use, whoever wrote it helps for this long. */
export const WARRANTY_DAYS = 30;

const NEXT_STATES: Record<DeliverableState, readonly DeliverableState[]> = {
  DRAFT: ['REVIEW', 'DEPRECATED'],
  REVIEW: ['PUBLISHED', 'DRAFT', 'DEPRECATED'],
  PUBLISHED: ['WARRANTY', 'DEPRECATED'],
  WARRANTY: ['MAINTAINED', 'DEPRECATED'],
  MAINTAINED: ['DEPRECATED'],
  DEPRECATED: [],
};

export const nextDeliverableStates = (state: DeliverableState) => NEXT_STATES[state];

export const isHandedOver = (state: DeliverableState) => state !== 'DRAFT' && state !== 'REVIEW';

export type DeliverableFacts = {
  state: DeliverableState;
  /** The day of its last change of state. */
  since: Date;
  ownerSquadId: string | null;
};

export type DeliverableFault =
  | 'not-next'
  | 'before-last'
  | 'in-the-future'
  | 'warranty-runs'
  | 'owner-missing'
  | 'note-missing';

/** What keeps a deliverable from moving to a state on a day; null when nothing does. */
export function deliverableFault(
  { state, since, ownerSquadId }: DeliverableFacts,
  to: DeliverableState,
  { on, today, note }: { on: Date; today: Date; note: string },
): DeliverableFault | null {
  if (!NEXT_STATES[state].includes(to)) return 'not-next';
  if (on > today) return 'in-the-future';
  if (on < since) return 'before-last';
  if (to === 'DEPRECATED' && note === '') return 'note-missing';
  if (to === 'MAINTAINED' && on < warrantyEndsOn(since)) return 'warranty-runs';
  if (to === 'MAINTAINED' && ownerSquadId === null) return 'owner-missing';
  return null;
}

export const warrantyEndsOn = (warrantySince: Date) => addDays(warrantySince, WARRANTY_DAYS);
