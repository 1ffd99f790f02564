import { diff3Merge } from 'node-diff3';

export type Merged = { text: string; conflicts: number };

type Names = { ours: string; theirs: string };

/**
 * Brings two texts together that began from the same one: line by line, and within lines that both
 * changed, word by word. What cannot be decided is kept twice, between marks that nobody overlooks.
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
  names: Names = { ours: 'written here', theirs: 'saved meanwhile' },
): Merged {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const merged: string[] = [];
  let conflicts = 0;
  for (const region of mergedRegions(lines(base), lines(ours), lines(theirs))) {
    if ('ok' in region) {
      merged.push(...region.ok);
      continue;
    }
    const within = mergeWords(region.conflict);
    if (within === null) conflicts += 1;
    merged.push(within ?? keptTwice(region.conflict, names));
  }
  return { text: merged.join(''), conflicts };
}

type Conflict = { a: string[]; o: string[]; b: string[] };
type Region = { ok: string[] } | { conflict: Conflict };

function mergedRegions(base: string[], ours: string[], theirs: string[]): Region[] {
  return diff3Merge(ours, base, theirs, { excludeFalseConflicts: true }).flatMap<Region>(
    (region) => {
      if (region.ok) return [{ ok: region.ok }];
      const { conflict } = region;
      return conflict ? [{ conflict: { a: conflict.a, o: conflict.o, b: conflict.b } }] : [];
    },
  );
}

/** Each with its line break, so that a text is its lines put together. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const WORDS_MAX = 4_000;
const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];

function mergeWords({ a, o, b }: Conflict): string | null {
  const [ours, base, theirs] = [a, o, b].map((part) => words(part.join(''))) as [
    string[],
    string[],
    string[],
  ];
  if (base.length === 0 || ours.length + theirs.length > WORDS_MAX) return null;
  const regions = mergedRegions(base, ours, theirs);
  return regions.every((region) => 'ok' in region)
    ? regions.flatMap(({ ok }) => ok).join('')
    : null;
}

function keptTwice({ a, b }: Conflict, { ours, theirs }: Names): string {
  const closed = (part: string[]) => part.join('').replace(/([^\n])$/, '$1\n');
  return `<<<<<<< ${ours}\n${closed(a)}=======\n${closed(b)}>>>>>>> ${theirs}\n`;
}
