import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '@/foundation/days';
import type { Held, Plan } from '../memberships/membership-period';
import { carryingPlan } from './carried-membership';

const day = (text: string) => parseDay(text) as Date;
const mixes = { id: 'mixes', kind: 'SQUAD' } as const;

function held(
  unitId: string,
  from: string,
  to: string | null = null,
  more: Partial<Held> = {},
): Held {
  return {
    id: `${unitId}-${from}-${more.role ?? ''}`,
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
  rows.map(({ unitId, role, isPrimary, validFrom, validTo }) =>
    [
      unitId,
      isPrimary ? 'home' : role,
      formatDay(validFrom),
      validTo ? formatDay(validTo) : 'open',
    ].join(' '),
  );
const carry = (places: Held[], there: Held[] = []) =>
  written(carryingPlan(places, there, mixes, day('2025-06-01'), 'Split'));

describe('people whose unit becomes another', () => {
  it('go over on the day, with every role they hold', () => {
    const lead = held('old', '2024-05-01', null, { role: 'LEAD', isPrimary: false });
    expect(carry([held('old', '2024-01-01'), lead])).toEqual([
      'old home 2024-01-01 2025-06-01',
      'mixes home 2025-06-01 open',
      'old LEAD 2024-05-01 2025-06-01',
      'mixes LEAD 2025-06-01 open',
    ]);
  });

  it('leave the successor when they were to leave the predecessor', () => {
    expect(carry([held('old', '2024-01-01', '2025-09-01')])).toEqual([
      'old home 2024-01-01 2025-06-01',
      'mixes home 2025-06-01 2025-09-01',
    ]);
  });

  it('who were to come later come to the successor instead', () => {
    expect(carry([held('old', '2025-08-01')])).toEqual(['mixes home 2025-08-01 open']);
  });

  it('who had left before stay where they were', () => {
    expect(carry([held('old', '2024-01-01', '2025-01-01')])).toEqual([]);
  });

  it('who have that place there already do not get it twice', () => {
    const second = held('old', '2024-01-01', null, { isPrimary: false });
    expect(carry([second], [held('mixes', '2024-01-01')])).toEqual([
      'old MEMBER 2024-01-01 2025-06-01',
    ]);
  });

  it('who helped there already come home to it', () => {
    const there = held('mixes', '2024-01-01', null, { isPrimary: false });
    expect(carry([held('old', '2024-01-01')], [there])).toEqual([
      'old home 2024-01-01 2025-06-01',
      'mixes MEMBER 2024-01-01 2025-06-01',
      'mixes home 2025-06-01 open',
    ]);
  });
});
