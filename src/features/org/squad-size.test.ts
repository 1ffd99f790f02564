import { describe, expect, it } from 'vitest';
import { squadSizeRemark } from './squad-size';

describe('the size of a squad', () => {
  it.each([6, 8, 12])('%i people need no remark', (people) => {
    expect(squadSizeRemark(people)).toBeNull();
  });

  it.each([
    [0, 'Nobody is in this squad'],
    [1, 'One person'],
    [5, '5 people'],
    [13, '13 people'],
  ])('%i people are remarked upon quietly', (people, start) => {
    expect(squadSizeRemark(people)).toMatch(new RegExp(`^${start}; squads usually have 6 to 12`));
  });
});
