import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, holdsOn, parseDay } from '@/foundation/days';
import {
  correctionPlan,
  departurePlan,
  endingPlan,
  type Held,
  isPlan,
  movePlan,
  type Plan,
} from './membership-period';

const day = (text: string) => parseDay(text) as Date;

function held(
  unitId: string,
  from: string,
  to: string | null = null,
  more: Partial<Held> = {},
): Held {
  return {
    id: `${unitId}-${from}`,
    unitId,
    unitKind: 'SQUAD',
    role: 'MEMBER',
    isPrimary: true,
    validFrom: day(from),
    validTo: to ? day(to) : null,
    endReason: null,
    note: null,
    ...more,
  };
}

const written = ({ rows }: Plan) =>
  rows.map(({ unitId, role, validFrom, validTo }) =>
    [unitId, role, formatDay(validFrom), validTo ? formatDay(validTo) : 'open'].join(' '),
  );
const move = (squadId: string, on: string) => ({
  squadId,
  on: day(on),
  endReason: `Moved to ${squadId}`,
  note: null,
});
const moved = (places: Held[], squadId: string, on: string) => {
  const planned = movePlan(places, move(squadId, on));
  if (planned === 'already-there') throw new Error('There already.');
  return planned;
};

describe('ending a membership', () => {
  it('keeps what was recorded and says on which day it no longer holds', () => {
    const place = held('radio', '2025-01-01');
    const plan = endingPlan(place, day('2025-06-01'), 'Done');
    expect(plan).toEqual({
      superseded: [place],
      rows: [expect.objectContaining({ supersedesId: place.id, endReason: 'Done' })],
    });
    expect(isPlan(plan) && written(plan)).toEqual(['radio MEMBER 2025-01-01 2025-06-01']);
  });

  it('on its first day takes it back, for it never held', () => {
    const plan = endingPlan(held('radio', '2025-01-01'), day('2025-01-01'), null);
    expect(isPlan(plan) && written(plan)).toEqual([]);
  });

  it('is refused when it had ended before', () => {
    expect(endingPlan(held('radio', '2025-01-01', '2025-02-01'), day('2025-02-01'), null)).toBe(
      'ended-before',
    );
  });
});

describe('correcting a membership', () => {
  it('writes what is right with the reason, in place of what was wrong', () => {
    const place = held('radio', '2025-01-01');
    const plan = correctionPlan(place, { validFrom: day('2025-02-01') }, 'A month later');
    expect(isPlan(plan) && written(plan)).toEqual(['radio MEMBER 2025-02-01 open']);
    expect(isPlan(plan) && plan.rows[0]).toMatchObject({
      supersedesId: place.id,
      note: 'A month later',
    });
  });

  it('that changes nothing, or ends before it begins, is refused', () => {
    const place = held('radio', '2025-01-01');
    expect(correctionPlan(place, { validTo: null }, 'x')).toBe('nothing-changed');
    expect(correctionPlan(place, { validTo: day('2025-01-01') }, 'x')).toBe('ends-before-start');
  });
});

describe('moving to another squad', () => {
  it('ends the one home on the day the other begins', () => {
    const { plan, from } = moved([held('radio', '2024-01-01')], 'mixes', '2025-01-01');
    expect(written(plan)).toEqual([
      'radio MEMBER 2024-01-01 2025-01-01',
      'mixes MEMBER 2025-01-01 open',
    ]);
    expect(from?.unitId).toBe('radio');
  });

  it('leaves a later move as it was recorded', () => {
    const places = [held('radio', '2024-01-01', '2026-01-01'), held('home', '2026-01-01')];
    expect(written(moved(places, 'mixes', '2025-01-01').plan)).toEqual([
      'radio MEMBER 2024-01-01 2025-01-01',
      'mixes MEMBER 2025-01-01 2026-01-01',
    ]);
  });

  it('before the first home lasts until that one begins', () => {
    const { plan } = moved([held('radio', '2025-01-01')], 'mixes', '2024-01-01');
    expect(written(plan)).toEqual(['mixes MEMBER 2024-01-01 2025-01-01']);
  });

  it('on the day the home began replaces it', () => {
    const { plan } = moved([held('radio', '2025-01-01')], 'mixes', '2025-01-01');
    expect(written(plan)).toEqual(['mixes MEMBER 2025-01-01 open']);
    expect(plan.rows[0]?.supersedesId).toBe('radio-2025-01-01');
  });

  it('gives up leading the squad that is left, and says so', () => {
    const lead = held('radio', '2024-06-01', null, { id: 'lead', role: 'LEAD', isPrimary: false });
    const { plan, handsOver } = moved([held('radio', '2024-01-01'), lead], 'mixes', '2025-01-01');
    expect(written(plan)).toContain('radio LEAD 2024-06-01 2025-01-01');
    expect(handsOver).toEqual([lead]);
  });

  it('makes a second squad the home one without two places in it', () => {
    const guest = held('mixes', '2024-06-01', null, { isPrimary: false });
    const { plan } = moved([held('radio', '2024-01-01'), guest], 'mixes', '2025-01-01');
    expect(written(plan)).toEqual([
      'radio MEMBER 2024-01-01 2025-01-01',
      'mixes MEMBER 2024-06-01 2025-01-01',
      'mixes MEMBER 2025-01-01 open',
    ]);
  });

  it('to where somebody already is, is refused', () => {
    expect(movePlan([held('radio', '2024-01-01')], move('radio', '2025-01-01'))).toBe(
      'already-there',
    );
  });

  it('whatever the order of moves: one home at a time, and earlier days stay as they were', () => {
    const start = day('2025-01-01');
    const step = fc.record({
      squadId: fc.constantFrom('radio', 'mixes', 'home', 'search'),
      offset: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let places: Held[] = [];
        let number = 0;
        const homesOn = (offset: number) =>
          places.filter((place) => holdsOn(place, addDays(start, offset)));
        for (const { squadId, offset } of steps) {
          const on = addDays(start, offset);
          const before = Array.from({ length: offset }, (_, at) => homesOn(at)[0]?.unitId);
          const planned = movePlan(places, { squadId, on, endReason: '', note: null });
          if (planned === 'already-there') continue;
          const gone = new Set(planned.plan.superseded.map(({ id }) => id));
          const rows = planned.plan.rows.map((row) => ({ ...row, id: `row-${++number}` }));
          places = [...places.filter(({ id }) => !gone.has(id)), ...rows];

          for (let at = 0; at <= 45; at++) expect(homesOn(at).length).toBeLessThanOrEqual(1);
          expect(homesOn(offset)[0]?.unitId).toBe(squadId);
          expect(before).toEqual(Array.from({ length: offset }, (_, at) => homesOn(at)[0]?.unitId));
          for (const { validFrom, validTo } of places) {
            expect(validTo === null || validTo > validFrom).toBe(true);
          }
        }
      }),
    );
  });
});

describe('leaving the company', () => {
  it('ends what holds, takes back what was to come, and lists what needs another lead', () => {
    const places = [
      held('radio', '2024-01-01'),
      held('radio', '2024-06-01', null, { id: 'lead', role: 'LEAD', isPrimary: false }),
      held('home', '2023-01-01', '2024-01-01'),
      held('guild', '2026-01-01', null, { unitKind: 'GUILD', isPrimary: false }),
    ];
    const { plan, handsOver } = departurePlan(places, day('2025-01-01'), 'Left');
    expect(written(plan)).toEqual([
      'radio MEMBER 2024-01-01 2025-01-01',
      'radio LEAD 2024-06-01 2025-01-01',
    ]);
    expect(plan.superseded.map(({ unitId }) => unitId)).toEqual(['radio', 'radio', 'guild']);
    expect(handsOver.map(({ id }) => id)).toEqual(['lead']);
  });
});
