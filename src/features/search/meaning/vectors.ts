import { Best, leastOfBest } from './best';
import { ByteRows } from './byte-rows';

/**
 * Meanings as bytes: each vector is scaled so that its greatest part fills a signed byte. Length
 * carries no meaning, so that only the direction is kept, and two are compared by their cosine.
 */
export function toBytes(vector: ArrayLike<number>): Int8Array {
  let most = 0;
  for (let at = 0; at < vector.length; at++) most = Math.max(most, Math.abs(vector[at] ?? 0));
  const scale = most > 0 ? 127 / most : 0;
  return Int8Array.from(vector, (part) => Math.round(part * scale));
}

export function lengthOf(vector: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] as number) ** 2;
  return Math.sqrt(sum);
}

/** How many of its parts say how near a text is to a question; measured in docs/benchmarks.md. */
export const PARTS_TOGETHER = 3;

export type Near = { key: string; part: number; score: number };

type Row = { key: string; part: number };

/** All meanings in memory, compared one by one: exact, and quick enough (see `multiply.ts`). */
export class MeaningTable {
  readonly #dimensions: number;
  readonly #bytes: ByteRows;
  #lengths: Float32Array;
  #rows: Row[] = [];
  readonly #rowsOfKey = new Map<string, number[]>();

  constructor(dimensions: number, capacity = 1024) {
    this.#dimensions = dimensions;
    this.#bytes = new ByteRows(dimensions, capacity);
    this.#lengths = new Float32Array(capacity);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Puts in the parts of one subject, in place of those it had; none at all removes it. */
  set(key: string, parts: readonly { part: number; bytes: Int8Array }[]): void {
    // From the end, because the last row moves into the gap.
    for (const row of (this.#rowsOfKey.get(key) ?? []).toSorted((a, b) => b - a)) this.#drop(row);
    this.#rowsOfKey.delete(key);
    const fitting = parts.filter(({ bytes }) => bytes.length === this.#dimensions);
    for (const { part, bytes } of fitting) this.#add({ key, part }, bytes);
  }

  /**
   * The nearest subjects, nearest first, each with its nearest part.
   * @param parts how many of a subject's nearest parts say together how near it is: a text that comes
   *   back to something is about it; one that has fewer parts says it by those it has
   */
  nearest(
    asked: ArrayLike<number>,
    most: number,
    { parts = 1, isWanted = (_key: string): boolean => true } = {},
  ): Near[] {
    const query = toBytes(asked);
    const queryLength = lengthOf(query);
    if (queryLength === 0 || query.length !== this.#dimensions) return [];
    const scores = this.#scores(query);
    const places = new Float32Array(this.#rowsOfKey.size).fill(Number.NEGATIVE_INFINITY);
    const best = new Best(parts);
    let at = 0;
    for (const [key, rows] of this.#rowsOfKey) {
      if (rows.length > 0 && isWanted(key)) places[at] = together(scores, rows, best);
      at += 1;
    }
    const last = leastOfBest(places, most);
    const found: Near[] = [];
    at = 0;
    for (const [key, rows] of this.#rowsOfKey) {
      const place = places[at++] as number;
      if (place < last || place === Number.NEGATIVE_INFINITY) continue;
      const part = (this.#rows[nearestOf(scores, rows)] as Row).part;
      found.push({ key, part, score: place / queryLength });
    }
    return found.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, most);
  }

  /** The parts of a subject as they are held, for asking what is near it. */
  partsOf(key: string): { part: number; bytes: Int8Array }[] {
    return (this.#rowsOfKey.get(key) ?? []).map((row) => ({
      part: (this.#rows[row] as Row).part,
      bytes: this.#bytes.get(row, this.#dimensions),
    }));
  }

  #scores(query: Int8Array): Float32Array {
    const scores = this.#bytes.times(query, this.#rows.length);
    for (let row = 0; row < scores.length; row++) {
      scores[row] = (scores[row] as number) / (this.#lengths[row] as number);
    }
    return scores;
  }

  #add(row: Row, bytes: Int8Array): void {
    const at = this.#rows.length;
    if (at === this.#lengths.length) this.#grow();
    this.#bytes.set(at, bytes);
    this.#lengths[at] = lengthOf(bytes) || 1;
    this.#rows.push(row);
    this.#rowsOfKey.set(row.key, [...(this.#rowsOfKey.get(row.key) ?? []), at]);
  }

  #drop(row: number): void {
    const last = this.#rows.length - 1;
    const moved = this.#rows.pop() as Row;
    if (row === last) return;
    this.#bytes.copy(last, row);
    this.#lengths[row] = this.#lengths[last] as number;
    this.#rows[row] = moved;
    const theirs = this.#rowsOfKey.get(moved.key) ?? [];
    this.#rowsOfKey.set(
      moved.key,
      theirs.map((known) => (known === last ? row : known)),
    );
  }

  #grow(): void {
    const lengths = new Float32Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
    this.#bytes.reserve(lengths.length);
  }
}

/** How near some rows are together: the mean of the nearest; the nearest stands for the others if they are too few. */
function together(scores: Float32Array, rows: readonly number[], best: Best): number {
  best.clear();
  for (const row of rows) best.add(scores[row] as number);
  return best.mean();
}

const nearestOf = (scores: Float32Array, rows: readonly number[]) =>
  rows.reduce((one, row) => ((scores[row] as number) > (scores[one] as number) ? row : one));
