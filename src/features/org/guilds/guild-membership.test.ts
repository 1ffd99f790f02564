import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '@/foundation/days';
import type { Held } from '../memberships/membership-period';
import { joiningRows, leavingPlan } from './guild-membership';

const day = (text: string) => parseDay(text) as Date;
const guild = { id: 'guild', kind: 'GUILD' } as const;
const ranking = { id: 'ranking', kind: 'SUBGUILD' } as const;
const today = day('2026-03-02');

function held(
  unitId: string,
  from: string,
  to: string | null = null,
  more: Partial<Held> = {},
): Held {
  return {
    id: `${unitId}-${from}-${more.role ?? ''}`,
    unitId,
    unitKind: unitId === 'guild' ? 'GUILD' : 'SUBGUILD',
    role: 'MEMBER',
    isPrimary: false,
    validFrom: day(from),
    validTo: to ? day(to) : null,
    endReason: null,
    note: null,
    ...more,
  };
}

describe('joining a guild', () => {
  it('a sub-guild opens membership of the guild as well', () => {
    const rows = joiningRows([guild, ranking], [], today);
    expect(rows.map(({ unitId }) => unitId)).toEqual(['guild', 'ranking']);
  });

  it('what somebody is in already is not opened twice', () => {
    const rows = joiningRows([guild, ranking], [held('guild', '2025-01-01')], today);
    expect(rows.map(({ unitId }) => unitId)).toEqual(['ranking']);
    expect(joiningRows([guild], [held('guild', '2025-01-01')], today)).toEqual([]);
  });

  it('again after leaving is a membership of its own', () => {
    const rows = joiningRows([guild], [held('guild', '2025-01-01', '2026-03-02')], today);
    expect(rows).toHaveLength(1);
  });

  it('ahead of a beginning that is already recorded lasts until then', () => {
    const [row] = joiningRows([guild], [held('guild', '2026-05-01')], today);
    expect(row?.validTo && formatDay(row.validTo)).toBe('2026-05-01');
  });
});

describe('leaving a guild', () => {
  it('leaves its sub-guilds and gives up every role in them', () => {
    const places = [
      held('guild', '2025-01-01'),
      held('guild', '2025-06-01', null, { role: 'LEAD' }),
      held('ranking', '2025-02-01'),
      held('elsewhere', '2025-02-01'),
    ];
    const plan = leavingPlan(['guild', 'ranking'], places, today, 'Left');
    expect(plan.superseded.map(({ unitId, role }) => `${unitId} ${role}`)).toEqual([
      'guild MEMBER',
      'guild LEAD',
      'ranking MEMBER',
    ]);
    expect(plan.rows.every(({ validTo }) => validTo === today)).toBe(true);
  });

  it('a sub-guild alone keeps the guild', () => {
    const places = [held('guild', '2025-01-01'), held('ranking', '2025-02-01')];
    const plan = leavingPlan(['ranking'], places, today, 'Left');
    expect(plan.superseded.map(({ unitId }) => unitId)).toEqual(['ranking']);
  });

  it('on the day of joining leaves no trace of a membership that never held a day', () => {
    const plan = leavingPlan(['guild'], [held('guild', '2026-03-02')], today, 'Left');
    expect(plan.rows).toEqual([]);
  });
});
