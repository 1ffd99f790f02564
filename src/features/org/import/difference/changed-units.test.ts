import { describe, expect, it } from 'vitest';
import {
  ada,
  applied,
  nothing,
  place,
  plan,
  told,
  unit,
} from '../../../../../tests/support/import-plans';
import { applyInMemory } from './apply-in-memory';
import { rowsOf } from './plan';

describe('a unit that a file tells otherwise', () => {
  it('moves a unit beneath another parent from the day of the file on', () => {
    const tribes = [unit('music', 'TRIBE'), unit('talk', 'TRIBE')];
    const first = applied(nothing, { units: [...tribes, unit('radio', 'SQUAD', 'music')] });
    const next = plan(first, { units: [...tribes, unit('radio', 'SQUAD', 'talk')] }, '2026-04-01');
    expect(told(next, 'moved')).toEqual(['moved: radio: From beneath music to beneath talk.']);
    expect(
      applyInMemory(first, next.writes).parents.map(({ validFrom, validTo }) => [
        validFrom,
        validTo,
      ]),
    ).toEqual([
      ['2026-03-02', '2026-04-01'],
      ['2026-04-01', null],
    ]);
  });

  it('lets a unit of another kind take the place of the old one, whose past stays', () => {
    const guild = { ...ada, units: [unit('ml', 'GUILD')], memberships: [place('ada', 'ml')] };
    const first = applied(nothing, guild);
    const group = { ...guild, units: [unit('ml', 'WORKING_GROUP')] };
    const next = plan(first, group, '2026-04-01');
    expect(told(next, 'ended', 'added')).toEqual([
      'ended: ml: It goes on as a working group, with a page of its own.',
      'ended: ada in ml: Member',
      'added: ml: working group, in place of the guild',
      'added: ada in ml: Member',
    ]);
    expect(next.writes.successions).toMatchObject([{ kind: 'MERGE' }]);
    expect(rowsOf(plan(applyInMemory(first, next.writes), group, '2026-05-01').writes)).toBe(0);
  });

  it('opens a unit again that was archived, but not one that was ended here', () => {
    const open = { units: [unit('ml', 'GUILD')] };
    const first = applied(nothing, { units: [unit('ml', 'GUILD', null, true)] });
    expect(told(plan(first, open, '2026-04-01'), 'changed')).toEqual(['changed: ml: open again']);
    const ended = { ...first, units: first.units.map((one) => ({ ...one, wasEndedByHand: true })) };
    expect(told(plan(ended, open, '2026-04-01'), 'changed', 'notice')).toEqual([
      expect.stringContaining('notice: ml: It was ended here by hand'),
    ]);
  });
});
