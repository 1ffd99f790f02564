/**
 * MinHash: of two texts' runs of words, the share they have in common can be read off short
 * sketches, and texts that have much in common meet in at least one band. Two pages are compared
 * only when they meet, so that twenty thousand pages need not be compared pairwise.
 */
const SHINGLE_WORDS = 3;
const HASHES = 96;
const ROWS_A_BAND = 3;
const WORDS_MAX = 6_000;
const WORDS_MIN = 25;

/** From this share on, two pages are shown as near-duplicates. */
export const NEAR = 0.4;

export type Sketch = { sketch: number[]; bands: number[] };

/** The sketch of a text; null for one that is too short to say anything. */
export function sketchOf(text: string): Sketch | null {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_MAX);
  if (words.length < WORDS_MIN) return null;
  const shingles = new Set<number>();
  for (let start = 0; start + SHINGLE_WORDS <= words.length; start++) {
    shingles.add(fnv(words.slice(start, start + SHINGLE_WORDS).join(' ')));
  }
  const sketch = new Array<number>(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < HASHES; index++) {
      const hash = mixed(shingle, index);
      if (hash < (sketch[index] as number)) sketch[index] = hash;
    }
  }
  // Postgres' integers are signed.
  return { sketch: sketch.map((hash) => hash | 0), bands: bandsOf(sketch) };
}

/** The share of runs of words that two texts have in common, as their sketches tell it. */
export function likenessOf(one: readonly number[], other: readonly number[]): number {
  const equal = one.filter((hash, index) => hash === other[index]).length;
  return equal / HASHES;
}

function bandsOf(sketch: readonly number[]): number[] {
  const bands: number[] = [];
  for (let start = 0; start < HASHES; start += ROWS_A_BAND) {
    bands.push(fnv(`${start}:${sketch.slice(start, start + ROWS_A_BAND).join(',')}`) | 0);
  }
  return bands;
}

/** FNV-1a. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Another order of the same hashes for every index: the finaliser of MurmurHash3. */
function mixed(value: number, index: number): number {
  let hash = value ^ Math.imul(index + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
