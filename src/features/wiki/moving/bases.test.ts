import { describe, expect, it } from 'vitest';
import { basesOf } from './bases';

const at = (path: string) => ({ spaceSlug: 'ml', path });
const left = (path: string, day: string) => ({ ...at(path), leftAt: new Date(`${day}T12:00:00Z`) });

describe('relative links of a page that was moved', () => {
  const former = [left('first', '2026-01-10'), left('second', '2026-02-10')];

  it('are read from where the page lay when they were written', () => {
    const from = (day: string) =>
      basesOf(at('now'), former, new Date(`${day}T09:00:00Z`)).map(({ path }) => path);
    expect(from('2026-01-05')).toEqual(['first', 'now', 'second']);
    expect(from('2026-02-01')).toEqual(['second', 'now', 'first']);
    expect(from('2026-03-01')).toEqual(['now', 'second', 'first']);
  });

  it('are read from where it lies in a text that is being written', () => {
    expect(basesOf(at('now'), former)).toEqual([at('now'), at('second'), at('first')]);
    expect(basesOf(at('now'), [])).toEqual([at('now')]);
  });
});
