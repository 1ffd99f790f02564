import { describe, expect, it } from 'vitest';
import {
  ada,
  applied,
  nothing,
  person,
  place,
  plan,
  told,
  unit,
} from '../../../../../tests/support/import-plans';
import { applyInMemory } from './apply-in-memory';
import { rowsOf } from './plan';

describe('the difference between the portal and a file', () => {
  it('is everything at first and nothing the second time', () => {
    const first = plan(nothing, ada);
    expect(told(first, 'added')).toEqual([
      'added: ada (ada): ',
      'added: radio: squad',
      'added: video: squad',
      'added: ada in radio: Member, home squad',
    ]);
    const second = plan(applyInMemory(nothing, first.writes), ada);
    expect(rowsOf(second.writes)).toBe(0);
    expect(new Set(second.lines.map(({ outcome }) => outcome))).toEqual(new Set(['untouched']));
  });

  it('tells a move between squads as one move, and keeps the time before', () => {
    const before = applied(nothing, ada);
    const moved = { ...ada, memberships: [place('ada', 'video')] };
    const next = plan(before, moved, '2026-04-01');
    expect(told(next, 'added', 'moved', 'ended', 'changed')).toEqual([
      'moved: ada: From radio to video: Member, home squad',
    ]);
    const rows = applyInMemory(before, next.writes).memberships;
    expect(
      rows.map(({ validFrom, validTo, endReason }) => [validFrom, validTo, endReason]),
    ).toEqual([
      ['2026-03-02', '2026-04-01', 'Moved to video'],
      ['2026-04-01', null, null],
    ]);
  });

  it('tells another role in the same unit as a change', () => {
    const before = applied(nothing, ada);
    const lead = { ...ada, memberships: [place('ada', 'radio', { role: 'LEAD' })] };
    expect(told(plan(before, lead, '2026-04-01'), 'added', 'ended', 'changed')).toEqual([
      'changed: ada in radio: Member → Lead, home squad',
    ]);
  });

  it('withdraws what an import of the same day had added by mistake', () => {
    const before = applied(nothing, ada);
    const now = applied(before, { ...ada, memberships: [] });
    expect(now.memberships).toEqual([]);
  });

  it('adds the guild membership that a sub-guild implies, and says by which', () => {
    const roster = {
      people: ada.people,
      units: [
        unit('ml', 'GUILD'),
        unit('nlp', 'SUBGUILD', 'ml'),
        unit('speech', 'SUBGUILD', 'nlp'),
      ],
      memberships: [place('ada', 'speech')],
    };
    const first = plan(nothing, roster);
    expect(told(first, 'added').filter((line) => line.includes(' in '))).toEqual([
      'added: ada in speech: Member',
      'added: ada in nlp: Member (Implied by speech)',
      'added: ada in ml: Member (Implied by speech)',
    ]);
    const left = plan(
      applyInMemory(nothing, first.writes),
      { ...roster, memberships: [] },
      '2026-04-01',
    );
    expect(told(left, 'ended')).toHaveLength(3);
  });

  it('recognises somebody by e-mail address, and does not rewrite whom another system keeps', () => {
    const byEmail = { people: [person('1', { name: 'Ada', email: 'ada@b.c' })] };
    const first = applied(nothing, byEmail);
    const next = plan(
      first,
      { people: [person('ada', { name: 'A. Lovelace', email: 'ada@b.c' })] },
      '2026-04-01',
      'guilds',
    );
    expect(rowsOf(next.writes)).toBe(0);
    expect(told(next, 'untouched')).toEqual(['untouched: Ada (1): Kept by hr.']);
  });

  it('follows the beginning that the file gives, and lets a move end the former home then', () => {
    const first = applied(nothing, {
      ...ada,
      memberships: [place('ada', 'radio', { since: '2024-05-01' })],
    });
    const moved = { ...ada, memberships: [place('ada', 'video', { since: '2026-01-15' })] };
    const now = applied(first, moved, '2026-04-01');
    expect(now.memberships.map((row) => [row.validFrom, row.validTo])).toEqual([
      ['2024-05-01', '2026-01-15'],
      ['2026-01-15', null],
    ]);
    expect(now.units.map(({ validFrom }) => validFrom)).toEqual(['2024-05-01', '2026-03-02']);
    expect(rowsOf(plan(now, moved, '2026-05-01').writes)).toBe(0);
  });
});
