import { describe, expect, it } from 'vitest';
import {
  ada,
  applied,
  byHand,
  idOf,
  nothing,
  person,
  place,
  plan,
  squads,
  told,
  unit,
} from '../../../../../tests/support/import-plans';
import { applyInMemory } from './apply-in-memory';
import { rowsOf } from './plan';

describe('what a file ends, and what it leaves alone', () => {
  it('ends a membership only if it came from the same source', () => {
    const first = applied(nothing, ada);
    const row = byHand({
      personId: idOf(first.people, 'ada'),
      unitId: idOf(first.units, 'video'),
      role: 'GUEST',
    });
    const current = { ...first, memberships: [...first.memberships, row] };
    const other = applied(
      current,
      { units: [unit('ml', 'GUILD')], memberships: [place('ada', 'ml')] },
      '2026-04-01',
      'guilds',
    );
    const last = plan(other, { ...ada, memberships: [] }, '2026-05-01');
    expect(told(last, 'ended')).toEqual(['ended: ada in radio: Member, home squad']);
  });

  it('ends units that their source names no longer, unless people were put there by hand', () => {
    const first = applied(nothing, ada);
    const row = byHand({ personId: idOf(first.people, 'ada'), unitId: idOf(first.units, 'video') });
    const current = { ...first, memberships: [...first.memberships, row] };
    const next = plan(current, { people: ada.people }, '2026-04-01');
    expect(told(next, 'ended', 'notice')).toEqual([
      'notice: video: It is over according to the file, but 1 memberships in it were recorded here; end it on its page.',
      'ended: radio: No longer in the file.',
      'ended: ada in radio: Member, home squad',
    ]);
  });

  it('does not take absence for an end where a line could not be read', () => {
    const before = applied(nothing, ada);
    const unreadable = {
      kind: 'refused',
      subject: 'file',
      line: 2,
      title: '',
      reason: '?',
    } as const;
    const next = plan(before, { findings: [unreadable] }, '2026-04-01');
    expect(rowsOf(next.writes)).toBe(0);
    expect(told(next, 'notice')).toHaveLength(4);
  });

  it('does not end anything of somebody of whom a refused line speaks', () => {
    const two = {
      people: [person('ada'), person('bram')],
      units: squads,
      memberships: [place('ada', 'radio'), place('bram', 'video')],
    };
    const mentions = { people: ['ada'], units: [] };
    const refused = {
      kind: 'refused',
      subject: 'file',
      line: 2,
      title: '',
      reason: '?',
      mentions,
    } as const;
    const next = plan(
      applied(nothing, two),
      { people: two.people, units: squads, findings: [refused] },
      '2026-04-01',
    );
    expect(told(next, 'ended')).toEqual(['ended: bram in video: Member, home squad']);
  });

  it('records alumni and archived units as over, between unknown days', () => {
    const roster = {
      people: ada.people,
      units: [unit('ml', 'GUILD'), unit('old', 'SUBGUILD', 'ml', true)],
      memberships: [place('ada', 'ml', { isOver: true, note: 'Alumni' }), place('ada', 'old')],
    };
    const now = applied(nothing, roster);
    expect(now.units[1]).toMatchObject({ validFrom: '2026-03-01', validTo: '2026-03-02' });
    expect(now.parents[0]).toMatchObject({ validFrom: '2026-03-01', validTo: '2026-03-02' });
    for (const row of now.memberships) {
      expect(row).toMatchObject({
        validFrom: '2026-03-01',
        validTo: '2026-03-02',
        endReason: 'Dates unknown: over by 2026-03-02',
      });
    }
    expect(rowsOf(plan(now, roster, '2027-01-01').writes)).toBe(0);
  });

  it('ends the place of somebody who became an alumnus, with its true dates', () => {
    const guild = { ...ada, units: [unit('ml', 'GUILD')], memberships: [place('ada', 'ml')] };
    const first = applied(nothing, guild);
    const alumna = {
      ...guild,
      memberships: [place('ada', 'ml', { isOver: true, note: 'Alumni' })],
    };
    const now = applied(first, alumna, '2026-04-01');
    expect(now.memberships.map((row) => [row.validFrom, row.validTo])).toEqual([
      ['2026-03-02', '2026-04-01'],
    ]);
    expect(rowsOf(plan(now, alumna, '2026-05-01').writes)).toBe(0);
  });

  it('ends every place of somebody who leaves the company, whoever recorded it', () => {
    const first = applied(nothing, ada);
    const row = byHand({ personId: idOf(first.people, 'ada'), unitId: idOf(first.units, 'video') });
    const current = { ...first, memberships: [...first.memberships, row] };
    const leaves = { ...ada, people: [person('ada', { leftOn: '2026-06-01' })] };
    const next = plan(current, leaves, '2026-04-01');
    expect(told(next, 'ended')).toHaveLength(2);
    const now = applyInMemory(current, next.writes);
    expect(now.memberships.map(({ validTo, source }) => [validTo, source])).toEqual([
      ['2026-06-01', 'DEPARTURE'],
      ['2026-06-01', 'DEPARTURE'],
    ]);
    expect(rowsOf(plan(now, leaves, '2026-05-01').writes)).toBe(0);
    expect(rowsOf(plan(now, leaves, '2026-07-01').writes)).toBe(0);
  });
});
