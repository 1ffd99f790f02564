import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MembershipRole, UnitKind } from '../../schema';
import { emptyRoster, type Finding, type Roster, type RosterMembership } from '../roster';
import { applyInMemory } from './apply-in-memory';
import type { Current, CurrentMembership } from './current';
import { makePlan } from './make-plan';
import { type Plan, rowsOf } from './plan';

const nothing: Current = { people: [], units: [], memberships: [], parents: [], schedules: [] };
let lastId = 0;
const dayBefore = (day: string) =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

const plan = (current: Current, roster: Partial<Roster>, asOf = '2026-03-02', source = 'hr') =>
  makePlan({
    roster: { ...emptyRoster(), ...roster },
    current,
    source,
    asOf,
    dayBefore: dayBefore(asOf),
    newId: () => `id-${++lastId}`,
  });
const applied = (current: Current, roster: Partial<Roster>, asOf?: string, source?: string) =>
  applyInMemory(current, plan(current, roster, asOf, source).writes);
const told = ({ lines }: Plan, ...outcomes: string[]) =>
  lines
    .filter(({ outcome }) => outcomes.includes(outcome))
    .map(({ outcome, title, detail }) => `${outcome}: ${title}: ${detail}`);

const person = (key: string, said = {}) => ({ key, line: 1, name: key, attributes: {}, ...said });
const unit = (key: string, kind: UnitKind, parentKey: string | null = null, isOver = false) => ({
  key,
  line: 1,
  kind,
  name: key,
  parentKey,
  isOver,
  attributes: {},
});
const place = (personKey: string, unitKey: string, said: Partial<RosterMembership> = {}) => ({
  personKey,
  unitKey,
  line: 1,
  role: 'MEMBER' as MembershipRole,
  note: null,
  isOver: false,
  ...said,
});
const byHand = (row: Partial<CurrentMembership>): CurrentMembership => ({
  id: `hand-${++lastId}`,
  personId: '',
  unitId: '',
  unitKind: 'SQUAD',
  role: 'MEMBER',
  isPrimary: false,
  validFrom: '2025-01-01',
  validTo: null,
  endReason: null,
  note: null,
  source: 'ADMINISTRATOR',
  externalSource: null,
  ...row,
});
const idOf = (rows: readonly { id: string; externalKey: string | null }[], key: string) =>
  rows.find(({ externalKey }) => externalKey === key)?.id ?? '';

const squads = [unit('radio', 'SQUAD'), unit('video', 'SQUAD')];
const ada = { people: [person('ada')], units: squads, memberships: [place('ada', 'radio')] };

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

describe('whatever two files say', () => {
  const key = (...names: string[]) => fc.constantFrom(...names);
  const days = ['2024-01-01', '2025-06-01', '2026-03-02', '2026-03-30', '2026-04-20'];
  const units = fc.uniqueArray(
    fc.record({
      key: key('t1', 't2', 'a', 'b', 'c', 'd', 'e'),
      line: fc.nat(99),
      kind: fc.constantFrom<UnitKind>(
        'TRIBE',
        'SQUAD',
        'CHAPTER',
        'GUILD',
        'SUBGUILD',
        'WORKING_GROUP',
      ),
      name: key('One', 'Two', 'Three'),
      parentKey: fc.option(key('t1', 't2', 'a', 'b', 'c'), { nil: null }),
      isOver: fc.boolean(),
      attributes: fc.constant({}),
    }),
    { selector: (one) => one.key, maxLength: 7 },
  );
  const people = fc.uniqueArray(
    fc.record(
      {
        key: key('p', 'q', 'r'),
        line: fc.nat(99),
        name: key('Ada', 'Bram'),
        attributes: fc.constant({}),
        leftOn: fc.constantFrom(...days, undefined, undefined, undefined) as fc.Arbitrary<string>,
      },
      { requiredKeys: ['key', 'line', 'name', 'attributes'] },
    ),
    { selector: (one) => one.key },
  );
  const memberships = fc.array(
    fc.record(
      {
        personKey: key('p', 'q', 'r', 'nobody'),
        unitKey: key('t1', 'a', 'b', 'c', 'd', 'e'),
        line: fc.nat(99),
        role: fc.constantFrom<MembershipRole>('MEMBER', 'LEAD', 'CHAPTER_LEAD', 'GUEST'),
        isPrimary: fc.boolean(),
        note: fc.constantFrom(null, 'Chair'),
        since: fc.constantFrom(...days),
        isOver: fc.boolean(),
      },
      { requiredKeys: ['personKey', 'unitKey', 'line', 'role', 'note', 'isOver'] },
    ),
    { maxLength: 10 },
  );
  const finding = fc.record(
    {
      kind: fc.constant('refused' as const),
      subject: fc.constant('file' as const),
      line: fc.nat(99),
      title: fc.constant(''),
      reason: fc.constant('?'),
      mentions: fc.constant<Finding['mentions']>({ people: ['p'], units: ['a'] }),
    },
    { requiredKeys: ['kind', 'subject', 'line', 'title', 'reason'] },
  );
  const roster = fc.record({
    people,
    units,
    memberships,
    schedules: fc.constant<Roster['schedules']>([]),
    findings: fc.array(finding, { maxLength: 1 }),
  });
  const hands = fc.array(
    fc.record({ pick: fc.nat(20), how: fc.constantFrom('left', 'guest', 'home') }),
    { maxLength: 3 },
  );

  /** Somebody works in the portal between two imports. */
  function withHands(
    current: Current,
    acts: readonly { pick: number; how: string }[],
    day: string,
  ) {
    let { memberships } = current;
    for (const { pick, how } of acts) {
      const row = memberships[pick % (memberships.length || 1)];
      const unitHere = current.units[pick % (current.units.length || 1)];
      const personHere = current.people[pick % (current.people.length || 1)];
      if (how === 'left' && row && row.validTo === null && row.validFrom < day) {
        const left = { ...row, validTo: day, source: 'SELF' as const, externalSource: null };
        memberships = memberships.map((one) => (one.id === row.id ? left : one));
      } else if (unitHere && personHere && how !== 'left') {
        const isPrimary = how === 'home' && unitHere.kind === 'SQUAD';
        const extra = byHand({
          personId: personHere.id,
          unitId: unitHere.id,
          unitKind: unitHere.kind,
          role: isPrimary ? 'MEMBER' : 'STEWARD',
          isPrimary,
          validFrom: day,
        });
        if (faults({ ...current, memberships: [...memberships, extra] }).length === 0) {
          memberships = [...memberships, extra];
        }
      }
    }
    return { ...current, memberships };
  }

  /** The database's constraints, as far as an import could break them. */
  function faults({ memberships, parents, units: held, people: known }: Current): string[] {
    const found: string[] = [];
    const overlap = (a: { validFrom: string; validTo: string | null }, b: typeof a) =>
      a.validFrom < (b.validTo ?? '9') && b.validFrom < (a.validTo ?? '9');
    const pairs = <Row>(rows: readonly Row[]) =>
      rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b] as const));
    for (const row of [...memberships, ...parents, ...held]) {
      if (row.validTo !== null && row.validTo <= row.validFrom)
        found.push(`empty period ${row.id}`);
    }
    for (const [a, b] of pairs(memberships)) {
      if (a.personId !== b.personId || !overlap(a, b)) continue;
      if (a.unitId === b.unitId && a.role === b.role) found.push(`overlap in ${a.unitId}`);
      if (a.isPrimary && b.isPrimary) found.push('two homes');
    }
    for (const [a, b] of pairs(parents)) {
      if (a.unitId === b.unitId && overlap(a, b)) found.push(`two parents of ${a.unitId}`);
    }
    for (const [a, b] of pairs(held)) if (a.slug === b.slug) found.push('one slug twice');
    for (const [a, b] of pairs(known)) if (a.handle === b.handle) found.push('one handle twice');
    for (const [a, b] of pairs([...held, ...known])) {
      if (a.id === b.id) found.push('one id twice');
    }
    return found;
  }

  it('each is applied once: planned again, nothing is left to write, and no invariant breaks', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(
        roster,
        roster,
        hands,
        fc.constantFrom(...days.slice(2)),
        (one, two, acts, asOf) => {
          const first = applied(nothing, one, '2026-03-02');
          expect(faults(first)).toEqual([]);
          expect(rowsOf(plan(first, one, '2026-03-02').writes)).toBe(0);
          expect(rowsOf(plan(first, one, asOf).writes)).toBe(0);
          const touched = withHands(first, acts, asOf);
          const second = applied(touched, two, asOf);
          expect(faults(second)).toEqual([]);
          const again = plan(second, two, asOf);
          expect(
            again.lines.filter(
              ({ outcome }) => !['untouched', 'notice', 'refused'].includes(outcome),
            ),
          ).toEqual([]);
          expect(rowsOf(again.writes)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
