/** Damps the difference between first places; the value of the paper below. */
const RANK_CONSTANT = 60;

export type Ranking = { weight: number; keys: readonly string[] };

/**
 * Reciprocal rank fusion: each list gives its items weight / (60 + rank), and the sums decide.
 * Source: Cormack, Clarke, Büttcher, SIGIR 2009, doi 10.1145/1571941.1572114.
 * Equal sums keep the order in which they were first met, so that two runs never disagree.
 */
export function fuse(rankings: readonly Ranking[]): string[] {
  const scores = new Map<string, number>();
  for (const { weight, keys } of rankings) {
    for (const [index, key] of keys.entries()) {
      scores.set(key, (scores.get(key) ?? 0) + weight / (RANK_CONSTANT + index + 1));
    }
  }
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([key]) => key);
}
