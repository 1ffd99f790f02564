import { describe, expect, it } from 'vitest';
import { emptyRoster, type Roster, type RosterMembership, type RosterUnit } from '../roster';
import { checkRoster } from './check';
import type { Current, CurrentPerson, CurrentUnit } from './current';
import { knownTo } from './known';

let line = 0;
const person = (key: string, said = {}) => ({
  key,
  line: ++line,
  name: key,
  attributes: {},
  ...said,
});
const unit = (key: string, kind: RosterUnit['kind'], parentKey?: string | null): RosterUnit => ({
  key,
  line: ++line,
  kind,
  name: key,
  isOver: false,
  attributes: {},
  ...(parentKey !== undefined && { parentKey }),
});
const place = (personKey: string, unitKey: string, said: Partial<RosterMembership> = {}) => ({
  personKey,
  unitKey,
  line: ++line,
  role: 'MEMBER' as const,
  note: null,
  isOver: false,
  ...said,
});
const empty: Current = { people: [], units: [], memberships: [], parents: [], schedules: [] };
const check = (given: Partial<Roster>, current: Current = empty) =>
  checkRoster({ ...emptyRoster(), ...given }, knownTo('hr', current));
const refusals = ({ findings }: Roster) =>
  Object.fromEntries(findings.map(({ title, reason }) => [title, reason]));

describe('a roster', () => {
  it('names each person and unit once; the later line is refused', () => {
    const checked = check({
      people: [
        person('ada', { email: 'a@b.c' }),
        person('ada', { name: 'Other' }),
        person('bram', { email: 'a@b.c' }),
      ],
      units: [unit('ml', 'GUILD'), unit('ml', 'GUILD')],
    });
    expect(checked.people.map(({ name }) => name)).toEqual(['ada']);
    expect(checked.units).toHaveLength(1);
    expect(Object.values(refusals(checked))).toEqual([
      expect.stringMatching(/same person stands in line \d+/),
      expect.stringMatching(/same person stands in line \d+/),
      expect.stringMatching(/same unit stands in line \d+/),
    ]);
  });

  it('refuses units beneath nothing known, beneath the wrong kind, and all beneath those', () => {
    const checked = check({
      units: [
        unit('radio', 'SQUAD', 'nowhere'),
        unit('nlp', 'SUBGUILD', 'radio'),
        unit('speech', 'SUBGUILD', 'nlp'),
        unit('ml', 'GUILD', null),
        unit('vision', 'SUBGUILD', 'ml'),
        unit('alone', 'SUBGUILD', null),
      ],
      people: [person('ada')],
      memberships: [place('ada', 'speech'), place('ada', 'vision')],
    });
    expect(checked.units.map(({ key }) => key)).toEqual(['ml', 'vision']);
    expect(checked.memberships.map(({ unitKey }) => unitKey)).toEqual(['vision']);
    expect(refusals(checked)).toMatchObject({
      radio: 'Its parent nowhere is neither in the file nor in the portal.',
      nlp: 'A sub-guild cannot stand beneath a squad, and radio is one.',
      speech: 'Its parent nlp was refused.',
      alone: 'A sub-guild belongs to a guild: say to which.',
      'ada, speech': 'The unit speech was refused.',
    });
  });

  it('refuses every unit of a circle and what hangs on it, however long the chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => unit(`s${n}`, 'SUBGUILD', `s${n - 1}`));
    const circle = [unit('s-1', 'SUBGUILD', 'b'), unit('b', 'SUBGUILD', 's-1')];
    const checked = check({ units: [...chain, ...circle, unit('c', 'SUBGUILD', 'c')] });
    expect(checked.units).toEqual([]);
    expect(refusals(checked)).toMatchObject({
      's-1': 'It stands beneath itself.',
      b: 'It stands beneath itself.',
      c: 'It stands beneath itself.',
      s0: 'Its parent s-1 was refused.',
      s19999: 'Its parent s19998 was refused.',
    });
  });

  it('refuses places of people and units that nobody knows, and roles that do not exist there', () => {
    const checked = check({
      people: [person('ada')],
      units: [unit('radio', 'SQUAD'), unit('ml', 'GUILD')],
      memberships: [
        place('ghost', 'radio'),
        place('ada', 'nowhere'),
        place('ada', 'radio', { role: 'STEWARD' }),
        place('ada', 'ml', { isPrimary: true }),
      ],
    });
    expect(checked.memberships).toEqual([]);
    expect(refusals(checked)).toEqual({
      'ghost, radio': 'Nobody is known as ghost, in the file or in the portal.',
      'ada, nowhere': expect.stringContaining('No unit is known as nowhere'),
      'ada, radio': expect.stringContaining('use member, lead, guest'),
      'ada, ml': 'Only a squad can be a person’s home.',
    });
  });

  it('takes a person’s only squad for a home, and of several only the one that is marked', () => {
    const checked = check({
      people: [person('ada'), person('bram'), person('cara')],
      units: [unit('radio', 'SQUAD'), unit('video', 'SQUAD'), unit('ml', 'GUILD')],
      memberships: [
        place('ada', 'radio', { role: 'LEAD' }),
        place('ada', 'radio'),
        place('ada', 'ml'),
        place('bram', 'radio'),
        place('bram', 'video'),
        place('cara', 'radio', { isPrimary: false }),
      ],
    });
    const homes = checked.memberships.filter(({ isPrimary }) => isPrimary);
    expect(homes.map(({ personKey, role }) => [personKey, role])).toEqual([['ada', 'MEMBER']]);
    expect(refusals(checked)).toEqual({
      bram: expect.stringContaining('several squads (radio, video)'),
    });
  });

  it('refuses a second home squad', () => {
    const checked = check({
      people: [person('ada')],
      units: [unit('radio', 'SQUAD'), unit('video', 'SQUAD')],
      memberships: [
        place('ada', 'radio', { isPrimary: true }),
        place('ada', 'video', { isPrimary: true }),
      ],
    });
    expect(checked.memberships.map(({ unitKey }) => unitKey)).toEqual(['radio']);
  });

  it('may refer to people and units that only the portal knows', () => {
    const bram = {
      id: 'p1',
      handle: 'bram',
      email: 'bram@b.c',
      name: 'Bram',
      externalSource: null,
    };
    const radio = { id: 'u1', slug: 'radio', kind: 'SQUAD', externalSource: null };
    const current = {
      ...empty,
      people: [bram as unknown as CurrentPerson],
      units: [radio as unknown as CurrentUnit],
    };
    const checked = check(
      { memberships: [place('bram', 'radio'), place('BRAM@b.c', 'radio')] },
      current,
    );
    expect(checked.memberships).toHaveLength(2);
  });

  it('does not give somebody’s e-mail address or handle to another', () => {
    const known = [
      {
        id: 'p1',
        handle: 'bram',
        email: 'b@b.c',
        name: 'Bram',
        externalSource: 'hr',
        externalKey: '1',
      },
    ] as unknown as CurrentPerson[];
    const people = [person('2', { email: 'b@b.c' }), person('3', { handle: 'bram' })];
    const checked = check({ people }, { ...empty, people: known });
    expect(checked.people).toEqual([]);
    expect(Object.values(refusals(checked))).toEqual([
      'The e-mail address belongs to Bram (bram).',
      'The handle belongs to Bram.',
    ]);
  });

  it('counts places in a unit that is over as over', () => {
    const checked = check({
      people: [person('ada')],
      units: [{ ...unit('ml', 'GUILD'), isOver: true }],
      memberships: [place('ada', 'ml')],
    });
    expect(checked.memberships[0]?.isOver).toBe(true);
  });
});
