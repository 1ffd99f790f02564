import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, parseDay } from '@/foundation/days';
import { type Placement, type PlannedDate, reconcileDates } from './series-change';

const start = parseDay('2026-03-02') as Date;
const planned = (offset: number, facts: Partial<PlannedDate> = {}): PlannedDate => ({
  id: `date-${offset}`,
  occursOn: addDays(start, offset),
  startsAt: addDays(start, offset),
  isTouched: false,
  isCancelled: false,
  isMovedByHand: false,
  ...facts,
});
const placed = (offset: number): Placement => ({
  occursOn: addDays(start, offset),
  startsAt: addDays(start, offset),
  endsAt: addDays(start, offset + 1),
});

describe('when a series changes', () => {
  it('a date on a day that stays is kept, at the new hour', () => {
    const change = reconcileDates([planned(0)], [placed(0), placed(14)]);
    expect(change.kept).toEqual([{ id: 'date-0', placement: placed(0) }]);
    expect(change.added).toEqual([placed(14)]);
  });

  it('an untouched date on a day that falls away disappears', () => {
    expect(reconcileDates([planned(3)], [placed(0)]).removed).toEqual(['date-3']);
  });

  it('a date with an agenda goes along to the nearest new day', () => {
    const change = reconcileDates([planned(3, { isTouched: true })], [placed(1), placed(8)]);
    expect(change.carried).toMatchObject([{ id: 'date-3', placement: placed(1) }]);
    expect(change.added).toEqual([placed(8)]);
  });

  it('a date with an agenda and no new day within the week is cancelled, not lost', () => {
    const change = reconcileDates([planned(10, { isTouched: true })], [placed(0), placed(30)]);
    expect(change.cancelled).toEqual(['date-10']);
  });

  it('what somebody cancelled or moved on its own stays as it is', () => {
    const dates = [planned(0, { isCancelled: true }), planned(7, { isMovedByHand: true })];
    const change = reconcileDates(dates, [placed(0), placed(7)]);
    expect(change).toEqual({ kept: [], carried: [], cancelled: [], removed: [], added: [] });
  });

  it('whatever changes, every new day has one date and no work is lost', () => {
    const date = fc.record({
      offset: fc.integer({ min: 0, max: 60 }),
      isTouched: fc.boolean(),
      isCancelled: fc.boolean(),
      isMovedByHand: fc.boolean(),
    });
    const dates = fc.uniqueArray(date, { selector: ({ offset }) => offset, maxLength: 15 });
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 15 });
    fc.assert(
      fc.property(dates, days, (list, offsets) => {
        const before = list.map(({ offset, ...facts }) => planned(offset, facts));
        const wanted = offsets.map(placed);
        const change = reconcileDates(before, wanted);

        const gone = new Set(change.removed);
        for (const { id, isTouched, isCancelled, isMovedByHand } of before) {
          if (isTouched || isCancelled || isMovedByHand) expect(gone.has(id)).toBe(false);
        }
        const moves = new Map(change.carried.map(({ id, placement }) => [id, placement.occursOn]));
        const after = [
          ...before
            .filter(({ id }) => !gone.has(id))
            .map(({ id, occursOn }) => formatDay(moves.get(id) ?? occursOn)),
          ...change.added.map(({ occursOn }) => formatDay(occursOn)),
        ];
        expect(new Set(after).size).toBe(after.length);
        for (const { occursOn } of wanted) expect(after).toContain(formatDay(occursOn));
      }),
    );
  });
});
