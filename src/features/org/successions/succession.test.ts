import { describe, expect, it } from 'vitest';
import { parseDay } from '@/foundation/days';
import { mergeObstacle, nameOn, obstacleOn, splitObstacle } from './succession';

const day = (text: string) => parseDay(text) as Date;
const rename = (on: string, nameBefore: string, nameAfter: string, recorded = on) => ({
  effectiveOn: day(on),
  recordedAt: day(recorded),
  nameBefore,
  nameAfter,
});

describe('the name of a unit on a day', () => {
  const renames = [
    rename('2025-06-01', 'Mixes', 'Playlists'),
    rename('2024-06-01', 'Mix', 'Mixes'),
  ];

  it.each([
    ['2024-05-31', 'Mix'],
    ['2024-06-01', 'Mixes'],
    ['2025-05-31', 'Mixes'],
    ['2025-06-01', 'Playlists'],
    ['2030-01-01', 'Playlists'],
  ])('on %s it is %s', (on, name) => {
    expect(nameOn('whatever the column says', renames, day(on))).toBe(name);
  });

  it('is the one it has when it was never renamed', () => {
    expect(nameOn('Radio', [], day('2025-01-01'))).toBe('Radio');
  });

  it('follows what was recorded last when two renames fall on one day', () => {
    const twice = [
      rename('2025-01-01', 'A', 'B', '2025-01-01'),
      rename('2025-01-01', 'B', 'C', '2025-01-02'),
    ];
    expect(nameOn('C', twice, day('2025-01-01'))).toBe('C');
  });
});

describe('successions', () => {
  const unit = { validFrom: day('2024-01-01'), validTo: day('2025-01-01') };

  it('happen within the life of the unit', () => {
    expect(obstacleOn(unit, day('2024-01-01'))).toBe('before-it-began');
    expect(obstacleOn(unit, day('2025-01-02'))).toBe('after-it-ended');
    expect(obstacleOn(unit, day('2024-06-01'))).toBeNull();
  });

  it('merge units of one kind only, and no unit into itself', () => {
    expect(mergeObstacle(['SQUAD', 'CHAPTER'], ['a'], 'b')).toBe('different-kinds');
    expect(mergeObstacle(['SQUAD', 'SQUAD'], ['a'], 'a')).toBe('into-itself');
    expect(mergeObstacle(['SQUAD', 'SQUAD'], ['a'], 'b')).toBeNull();
  });

  it('a split leaves two units or more, each with a name of its own', () => {
    expect(splitObstacle(['Radio'], false)).toBe('too-few-parts');
    expect(splitObstacle(['Radio'], true)).toBeNull();
    expect(splitObstacle(['Radio', 'radio'], false)).toBe('names-not-distinct');
    expect(splitObstacle(['Radio', 'Mixes'], false)).toBeNull();
  });
});
