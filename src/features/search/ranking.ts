import type { Freshness } from './freshness';

/** Damps the difference between first places; the value of the paper below. */
const RANK_CONSTANT = 60;

export type Ranking = { weight: number; keys: readonly string[] };

/**
 * Reciprocal rank fusion: each list gives its items weight / (60 + rank), and the sums decide.
 * Source: Cormack, Clarke, Büttcher, SIGIR 2009, doi 10.1145/1571941.1572114.
 * Equal sums keep the order in which they were first met, so that two runs never disagree.
 */
export function fuse(
  rankings: readonly Ranking[],
  liftOf: (key: string) => number = () => 1,
): string[] {
  const scores = new Map<string, number>();
  for (const { weight, keys } of rankings) {
    for (const [index, key] of keys.entries()) {
      scores.set(key, (scores.get(key) ?? 0) + weight / (RANK_CONSTANT + index + 1));
    }
  }
  return [...scores]
    .map(([key, score]) => ({ key, score: score * liftOf(key) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ key }) => key);
}

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
 * A few places for being true and for being used by squads; never enough to put what does not fit
 * above what does. How often something is read or searched does not count.
 */
export function liftFor(freshness: Freshness, squadsUsing: number): number {
  const squads = Math.max(0, squadsUsing);
  return 1 + FRESHNESS_LIFT[freshness] + (SQUADS_LIFT_MAX * squads) / (squads + SQUADS_FOR_HALF);
}
