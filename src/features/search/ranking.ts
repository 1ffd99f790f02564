import type { Freshness } from './freshness';

type Judged = { closeness: number; freshness: Freshness; squadsUsing: number };

/** The closest first, lifted by what is known to be true and in use; equals keep their order. */
export const inOrder = <Found extends Judged>(found: readonly Found[]): Found[] =>
  found
    .map((one) => ({ one, score: one.closeness * liftFor(one.freshness, one.squadsUsing) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);

/** What is known to be true goes up a little, what is known to be old goes down. */
const FRESHNESS_LIFT: Record<Freshness, number> = {
  fresh: 0.06,
  due: 0.03,
  unreviewed: 0,
  overdue: -0.04,
  obsolete: -0.2,
};
const SQUADS_LIFT_MAX = 0.06;
/** With so many squads the lift is half of what it can be; further ones add less and less. */
const SQUADS_FOR_HALF = 3;

/**
 * At most an eighth up, for being true and for being used by squads, and a fifth down for being
 * obsolete: enough to decide between what is about as close, not between more and less. How often something is read or searched does not count.
 */
export function liftFor(freshness: Freshness, squadsUsing: number): number {
  const squads = Math.max(0, squadsUsing);
  return 1 + FRESHNESS_LIFT[freshness] + (SQUADS_LIFT_MAX * squads) / (squads + SQUADS_FOR_HALF);
}
