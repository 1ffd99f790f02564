import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeaningTable, toBytes } from './vectors';

const aVector = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 8, maxLength: 8 });

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x, (part, at) => part * (y[at] ?? 0)).reduce((sum, part) => sum + part, 0);
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
}

describe('meanings in memory', () => {
  it('the nearest is the one that points the same way, however long', () => {
    const table = new MeaningTable(2, 1);
    table.set('page a', [{ part: 0, bytes: toBytes([1, 0]) }]);
    table.set('page b', [{ part: 0, bytes: toBytes([0.01, 0.01]) }]);
    table.set('page c', [{ part: 0, bytes: toBytes([0, -5]) }]);
    const found = table.nearest([7, 7], 2);
    expect(found.map(({ key }) => key)).toEqual(['page b', 'page a']);
    expect(found[0]?.score).toBeCloseTo(1, 2);
  });

  it('a subject is found once, by its nearest part', () => {
    const table = new MeaningTable(2);
    table.set('page a', [
      { part: 0, bytes: toBytes([1, 0]) },
      { part: 3, bytes: toBytes([0, 1]) },
    ]);
    expect(table.nearest([0, 1], 5)).toMatchObject([{ key: 'page a', part: 3 }]);
  });

  it('a text that comes back to something is nearer than one that mentions it once', () => {
    const table = new MeaningTable(2);
    const parts = (...vectors: [number, number][]) =>
      vectors.map((vector, part) => ({ part, bytes: toBytes(vector) }));
    table.set('page once', parts([0, 1], [1, 0], [1, 0]));
    table.set('page often', parts([1, 0], [0.1, 1], [0.1, 1], [0.1, 1]));
    table.set('page short', parts([0.3, 1]));
    const order = (together: number) =>
      table.nearest([0, 1], 5, { parts: together }).map(({ key }) => key);
    expect(order(1)).toEqual(['page once', 'page often', 'page short']);
    expect(order(3)).toEqual(['page often', 'page short', 'page once']);
  });

  it('what was replaced or removed is never found again, whatever the order', () => {
    const aChange = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      vectors: fc.array(aVector, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 20 }), aVector, (changes, asked) => {
        const table = new MeaningTable(8, 1);
        const truth = new Map<string, Int8Array[]>();
        for (const { key, vectors } of changes) {
          const bytes = vectors.map(toBytes);
          table.set(
            key,
            bytes.map((part, index) => ({ part: index, bytes: part })),
          );
          truth.set(key, bytes);
        }
        const query = toBytes(asked);
        fc.pre(query.some((part) => part !== 0));
        const found = table.nearest(asked, 10);
        const expected = [...truth].filter(([, parts]) => parts.length > 0);
        expect(new Set(found.map(({ key }) => key))).toEqual(new Set(expected.map(([key]) => key)));
        for (const { key, score } of found) {
          const best = Math.max(...(truth.get(key) ?? []).map((part) => cosine(query, part)));
          expect(score).toBeCloseTo(best, 4);
        }
      }),
    );
  });

  it('thousands of rows are all compared, of any width', () => {
    const width = 20;
    const vector = (at: number) =>
      Array.from({ length: width }, (_, part) => Math.sin((at + 1) * Math.sqrt(part + 2)));
    const table = new MeaningTable(width, 1);
    const count = 2_500;
    for (let at = 0; at < count; at++) {
      table.set(`page ${at}`, [{ part: 0, bytes: toBytes(vector(at)) }]);
    }
    for (const at of [0, 1_023, 1_024, 2_048, count - 1]) {
      const [nearest] = table.nearest(vector(at), 3);
      expect(nearest?.key).toBe(`page ${at}`);
      expect(nearest?.score).toBeCloseTo(1, 5);
    }
  });
});
