const NAMED = 10;

/** Some names in a sentence, and how many more there are. */
export function namesOf(names: readonly string[]): string {
  const rest = names.length - NAMED;
  const named = names.slice(0, NAMED).join(', ');
  return rest > 0 ? `${named} and ${rest} more.` : `${named}.`;
}
