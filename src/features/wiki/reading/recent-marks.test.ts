import { describe, expect, it } from 'vitest';
import { RecentMarks } from './recent-marks';

describe('what was counted a moment ago', () => {
  const at = (milliseconds: number) => new Date(milliseconds);

  it('is not counted again until the moment is over', () => {
    const marks = new RecentMarks(1_000);
    expect(marks.isNew('a', at(0))).toBe(true);
    expect(marks.isNew('a', at(999))).toBe(false);
    expect(marks.isNew('b', at(999))).toBe(true);
    expect(marks.isNew('a', at(1_000))).toBe(true);
  });

  it('is forgotten from the oldest on when there is too much of it', () => {
    const marks = new RecentMarks(1_000);
    for (let number = 0; number <= 20_000; number++) marks.isNew(String(number), at(0));
    expect(marks.isNew('20000', at(1))).toBe(false);
    expect(marks.isNew('0', at(1))).toBe(true);
  });
});
