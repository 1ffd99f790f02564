import { type DeliverableState, isHandedOver } from './deliverable';

export type ClosingDeliverable = {
  title: string;
  state: DeliverableState;
  /** The squad that looks after it, and whether that squad still exists. */
  owner: { name: string; exists: boolean } | null;
};

export type Condition = { isMet: boolean; sentence: string };

/** What must be so before a group may close: everything handed over, each to a squad that looks after it. */
export function closingConditions(deliverables: readonly ClosingDeliverable[]): Condition[] {
  const kept = deliverables.filter(({ state }) => state !== 'DEPRECATED');
  if (kept.length === 0) {
    return [{ isMet: false, sentence: 'At least one deliverable is handed over.' }];
  }
  return kept.flatMap(({ title, state, owner }) => [
    { isMet: isHandedOver(state), sentence: `“${title}” is published.` },
    { isMet: owner?.exists ?? false, sentence: ownerSentence(title, owner) },
  ]);
}

function ownerSentence(title: string, owner: ClosingDeliverable['owner']): string {
  if (!owner) return `“${title}” has a squad that looks after it.`;
  return owner.exists
    ? `“${title}” is looked after by ${owner.name}.`
    : `“${title}” needs another squad: ${owner.name} no longer exists.`;
}
