import { describe, expect, it } from 'vitest';
import { ask, askTogether, question } from '@/foundation/questions';

const numbersFrom = (first: number, last: number, order: 'ASC' | 'DESC') =>
  question<{ n: number }, number[]>(
    `SELECT n FROM generate_series($1::int, $2::int) n ORDER BY n ${order}`,
    [first, last],
    (rows) => rows.map(({ n }) => n),
  );

describe('questions', () => {
  it('asked together are answered as if each were asked alone, in its own order', async () => {
    const up = numbersFrom(1, 3, 'ASC');
    const down = numbersFrom(11, 14, 'DESC');
    const none = numbersFrom(1, 0, 'ASC');
    const answers = await askTogether(up, none, down);
    expect(answers).toEqual([[1, 2, 3], [], [14, 13, 12, 11]]);
    expect(answers).toEqual([await ask(up), await ask(none), await ask(down)]);
  });

  it('may have more values than a digit counts', async () => {
    const echo = (from: number) =>
      question<Record<string, number>, number[]>(
        `SELECT ${Array.from({ length: 8 }, (_, i) => `$${i + 1}::int AS v${i}`).join(', ')}`,
        Array.from({ length: 8 }, (_, i) => from + i),
        ([row]) => Object.values(row ?? {}),
      );
    expect(await askTogether(echo(0), echo(100))).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [100, 101, 102, 103, 104, 105, 106, 107],
    ]);
  });
});
