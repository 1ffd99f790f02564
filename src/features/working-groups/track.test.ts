import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from '@/foundation/days';
import { trackOf } from './track';

const startsOn = parseDay('2026-02-02') as Date;
const at = (days: number) => addDays(startsOn, days);
const group = {
  startsOn,
  plannedEndOn: at(70),
  extendedTo: null,
  endedOn: null,
  checkpoints: [{ week: 0, heldOn: at(1) }],
  deliverables: [
    { title: 'Guideline', dueOn: at(35), state: 'DRAFT' as const },
    { title: 'Tool', dueOn: at(36), state: 'REVIEW' as const },
    { title: 'Late', dueOn: at(90), state: 'DRAFT' as const },
  ],
};

describe('the track of a group', () => {
  it('gives each week its share of the line, and today its place', () => {
    const track = trackOf(group, at(35), 700);
    expect(track.weeks).toHaveLength(10);
    expect(track.weeks[4]).toMatchObject({ number: 5, x: 280, width: 70, isPast: true });
    expect(track.weeks[5]).toMatchObject({ isPast: false });
    expect(track.todayX).toBe(350);
  });

  it('shows no today before the start and after the end', () => {
    expect(trackOf(group, at(-1), 700).todayX).toBeNull();
    expect(trackOf(group, at(71), 700).todayX).toBeNull();
    expect(trackOf({ ...group, endedOn: at(50) }, at(60), 700).todayX).toBeNull();
  });

  it('marks the checkpoints that were held', () => {
    const { checkpoints } = trackOf(group, at(35), 700);
    expect(checkpoints.map(({ week, x, heldOn }) => [week, x, heldOn !== null])).toEqual([
      [0, 0, true],
      [4, 280, false],
      [8, 560, false],
      [10, 700, false],
    ]);
  });

  it('two deliverables of neighbouring days stand in two rows; one due after the end stands at it', () => {
    const { deliverables, rowCount } = trackOf(group, at(35), 700);
    expect(deliverables.map(({ title, row }) => [title, row])).toEqual([
      ['Guideline', 0],
      ['Tool', 1],
      ['Late', 0],
    ]);
    expect(deliverables[2]?.x).toBe(700);
    expect(rowCount).toBe(2);
  });

  it('an extension shows as weeks of its own', () => {
    const { weeks } = trackOf({ ...group, extendedTo: at(84) }, at(35), 720);
    expect(weeks.map(({ isExtension }) => isExtension)).toEqual([
      ...Array(10).fill(false),
      true,
      true,
    ]);
  });

  it('whatever the length and width, weeks fill the line without overlap and marks stay on it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 56, max: 84 }),
        fc.integer({ min: 200, max: 900 }),
        fc.array(fc.integer({ min: -10, max: 120 }), { maxLength: 8 }),
        (days, width, dues) => {
          const deliverables = dues.map((due) => ({
            title: String(due),
            dueOn: at(due),
            state: 'DRAFT' as const,
          }));
          const track = trackOf({ ...group, plannedEndOn: at(days), deliverables }, at(20), width);
          const last = track.weeks.at(-1);
          expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width, 0);
          for (const mark of track.deliverables) {
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x).toBeLessThanOrEqual(width);
            for (const other of track.deliverables) {
              if (other !== mark && other.row === mark.row) {
                expect(Math.abs(other.x - mark.x)).toBeGreaterThanOrEqual(18);
              }
            }
          }
        },
      ),
    );
  });
});
