import { describe, expect, it } from 'vitest';
import {
  ada,
  applied,
  byHand,
  idOf,
  nothing,
  place,
  plan,
  squads,
  told,
  unit,
} from '../../../../../tests/support/import-plans';
import type { CurrentMembership } from './current';
import { rowsOf } from './plan';

describe('what people decided by hand', () => {
  it('keeps whoever left a guild by their own hand out of it', () => {
    const guild = { ...ada, units: [unit('ml', 'GUILD')], memberships: [place('ada', 'ml')] };
    const first = applied(nothing, guild);
    const [joined] = first.memberships as [CurrentMembership];
    const left = {
      ...joined,
      validTo: '2026-03-10',
      source: 'SELF' as const,
      externalSource: null,
    };
    const next = plan({ ...first, memberships: [left] }, guild, '2026-04-01');
    expect(rowsOf(next.writes)).toBe(0);
    expect(told(next, 'notice')).toContainEqual(expect.stringContaining('kept out'));
  });

  it('does not move a home squad that was recorded by hand', () => {
    const first = applied(nothing, { people: ada.people, units: squads });
    const home = byHand({
      personId: idOf(first.people, 'ada'),
      unitId: idOf(first.units, 'video'),
      isPrimary: true,
    });
    const next = plan({ ...first, memberships: [home] }, ada, '2026-04-01');
    expect(rowsOf(next.writes)).toBe(0);
    expect(told(next, 'refused')).toEqual([expect.stringContaining('Another home squad, video')]);
  });

  it('keeps what a person settled about a schedule for as long as its words stay', () => {
    const schedule = {
      key: 'weekly',
      unitKey: 'ml',
      line: 1,
      title: 'Weekly',
      originalText: 'Monday · biweekly',
      links: {},
      recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      timeZone: 'UTC',
      localTime: '09:00',
      firstOn: null,
      obstacle: 'Which weeks?',
    };
    const roster = { units: [unit('ml', 'GUILD')], schedules: [schedule] };
    const first = applied(nothing, roster);
    const settled = {
      ...first,
      schedules: first.schedules.map((one) => ({
        ...one,
        firstOn: '2026-01-05',
        obstacle: null,
        isSettled: true,
      })),
    };
    expect(rowsOf(plan(settled, roster, '2026-04-01').writes)).toBe(0);
    const reworded = { ...roster, schedules: [{ ...schedule, originalText: 'Monday · weekly' }] };
    const next = plan(settled, reworded, '2026-04-01');
    expect(told(next, 'changed')).toEqual([expect.stringContaining('was about other words')]);
    expect(next.writes.changedSchedules[0]?.keepsSettlement).toBe(false);
    expect(told(plan(settled, { units: roster.units }, '2026-04-01'), 'ended')).toHaveLength(1);
  });
});
