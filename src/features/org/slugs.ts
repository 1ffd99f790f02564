import { slugFrom } from '@/foundation/slug';

/** Words of addresses beneath /org and /people that are pages of their own. */
const RESERVED = new Set(['audit', 'import', 'new', 'edit', 'search']);

/** The name's slug when it is free, else with the first free number behind it. */
export function freeSlug(name: string, taken: Iterable<string>): string {
  const slug = slugFrom(name);
  const used = taken instanceof Set ? taken : new Set(taken);
  const isFree = (candidate: string) => !used.has(candidate) && !RESERVED.has(candidate);
  if (isFree(slug)) return slug;
  for (let number = 2; ; number++) {
    if (isFree(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}
