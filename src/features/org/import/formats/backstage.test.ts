import { describe, expect, it } from 'vitest';
import { readBackstage } from './backstage';

const CATALOGUE = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: Music
  title: Music tribe
  description: All that plays.
  annotations: { cost-centre: K7 }
spec: { type: tribe, profile: { displayName: Music, picture: m.png }, children: [radio] }
---
kind: Group
metadata: { name: radio }
spec: { type: team, children: [], members: [user:default/bram] }
---
kind: Group
metadata: { name: ml }
spec: { type: guild, children: [nlp] }
---
kind: Group
metadata: { name: nlp }
spec: { type: sub-guild, parent: 'group:default/ml', children: [] }
---
kind: User
metadata: { name: ada, labels: { office: north } }
spec:
  profile: { displayName: Ada, email: Ada@Example.com, picture: a.png }
  memberOf: [radio, group:default/nlp]
---
kind: User
metadata: { name: Bram }
spec: { memberOf: [Radio] }
---
kind: Component
metadata: { name: player }
`;

describe('a Backstage catalogue', () => {
  it('tells of users and groups, told of from either side once', async () => {
    const roster = await readBackstage(CATALOGUE);
    expect(
      roster.units.map(({ key, kind, name, parentKey }) => [key, kind, name, parentKey]),
    ).toEqual([
      ['music', 'TRIBE', 'Music', null],
      ['radio', 'SQUAD', 'radio', 'music'],
      ['ml', 'GUILD', 'ml', null],
      ['nlp', 'SUBGUILD', 'nlp', 'ml'],
    ]);
    expect(roster.people.map(({ key, name, email }) => [key, name, email])).toEqual([
      ['ada', 'Ada', 'ada@example.com'],
      ['bram', 'Bram', undefined],
    ]);
    expect(
      roster.memberships.map(({ personKey, unitKey }) => `${personKey} in ${unitKey}`),
    ).toEqual(['ada in radio', 'ada in nlp', 'bram in radio']);
  });

  it('keeps what has no place of its own', async () => {
    const { people, units } = await readBackstage(CATALOGUE);
    expect(people[0]?.attributes).toEqual({
      metadata: { labels: { office: 'north' } },
      profile: { picture: 'a.png' },
    });
    expect(units[0]?.attributes).toEqual({
      type: 'tribe',
      metadata: { annotations: { 'cost-centre': 'K7' }, name: 'Music' },
      profile: { picture: 'm.png' },
    });
  });

  it('counts other kinds of entity and leaves them out', async () => {
    const { findings } = await readBackstage(CATALOGUE);
    expect(findings).toEqual([
      expect.objectContaining({
        kind: 'notice',
        title: 'Component',
        reason: expect.stringMatching(/^1 of/),
      }),
    ]);
  });

  it('has levels above the tribes that are no units; what is beneath them keeps their name', async () => {
    const roster = await readBackstage(`
kind: Group
metadata: { name: acme }
spec: { type: organization, children: [music] }
---
kind: Group
metadata: { name: music }
spec: { type: tribe, children: [] }
---
kind: User
metadata: { name: ada }
spec: { memberOf: [acme] }
`);
    expect(roster.units).toEqual([
      expect.objectContaining({
        key: 'music',
        parentKey: null,
        attributes: { type: 'tribe', parent: 'acme' },
      }),
    ]);
    expect(roster.people[0]?.attributes).toEqual({ memberOf: ['acme'] });
    expect(roster.memberships).toEqual([]);
  });

  it('refuses a broken or unknown document by its line and reads the others', async () => {
    const roster = await readBackstage(`kind: User
metadata: { name: ada }
---
kind: Group
metadata: [name: radio
---
kind: Group
metadata: { name: odd }
spec: { type: gang, children: [] }
---
kind: User
metadata: { name: eve }
spec: { profile: { email: nowhere } }
---
metadata: { name: nobody }
---
just text
---
kind: User
metadata: { name: bram, name: cara }
`);
    expect(roster.people.map(({ key }) => key)).toEqual(['ada']);
    expect(roster.findings.map(({ line }) => line).sort((a, b) => Number(a) - Number(b))).toEqual([
      6, 7, 11, 15, 17, 20,
    ]);
    expect(roster.findings.find(({ title }) => title === 'odd')?.reason).toContain('no known type');
    expect(roster.findings.find(({ title }) => title === 'eve')?.mentions).toEqual({
      people: ['eve'],
      units: [],
    });
  });

  it('says so when a group and its parent disagree, and when a child is missing', async () => {
    const { findings } = await readBackstage(`
kind: Group
metadata: { name: a }
spec: { type: tribe, children: [squad, ghost] }
---
kind: Group
metadata: { name: b }
spec: { type: tribe, children: [] }
---
kind: Group
metadata: { name: squad }
spec: { type: squad, parent: b, children: [] }
`);
    expect(findings.map(({ title, reason }) => `${title}: ${reason}`)).toEqual([
      expect.stringContaining('squad: Says that its parent is b, but a lists it'),
      expect.stringContaining('a: Lists ghost among its children'),
    ]);
  });

  it('that repeats itself without end is refused', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
kind: [*d,*d,*d]
`;
    const { findings } = await readBackstage(bomb);
    expect(findings).toEqual([expect.objectContaining({ kind: 'refused' })]);
  });

  it('with letters that no text has is refused', async () => {
    const { findings, people } = await readBackstage('kind: User\nmetadata: { name: "a\\0b" }\n');
    expect(people).toEqual([]);
    expect(findings).toEqual([expect.objectContaining({ kind: 'refused', line: 1 })]);
  });

  it('without users or groups says so', async () => {
    expect((await readBackstage('')).findings[0]?.reason).toContain('no users and no groups');
  });
});
