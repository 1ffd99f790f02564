const HALF = 0.5;

const descending = (shares: readonly number[]) => shares.toSorted((a, b) => b - a);
const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);

/**
 * On how few a work rests: the fewest contributors whose contributions make at least half of all.
 * With people it is CHAOSS' contributor absence factor, with squads its elephant factor.
 */
export function absenceFactor(contributions: readonly number[]): number {
  const half = sum(contributions) * HALF;
  let reached = 0;
  let count = 0;
  for (const contribution of descending(contributions)) {
    if (reached >= half) break;
    reached += contribution;
    count++;
  }
  return count;
}

/** How many contributors of equal shares would spread it as evenly as it is: 1 / Σ share². */
export function effectiveNumber(contributions: readonly number[]): number {
  const all = sum(contributions);
  if (all === 0) return 0;
  return 1 / sum(contributions.map((contribution) => (contribution / all) ** 2));
}
