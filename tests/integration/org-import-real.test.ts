import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { countsOf, everything, imported, linesOf, on } from '../support/import';
import { sharedData } from '../support/shared-data';

const kubernetes = sharedData('org-kubernetes');
const rust = sharedData('org-rust-teams');

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Leader = { github: string; name: string; company?: string };
type Meeting = Record<string, string>;
type Subproject = { name: string; description?: string; leads?: Leader[]; meetings?: Meeting[] };
type Group = {
  dir: string;
  name: string;
  mission_statement: string;
  leadership: Record<string, Leader[]>;
  meetings: Meeting[];
  subprojects?: Subproject[];
  contact?: { liaison?: Leader };
};
type Sigs = {
  sigs: Group[];
  workinggroups: Group[];
  usergroups: Group[];
  committees: Group[];
  gb_rep: Leader;
};

/** In one order, whatever order the source or the database had, of values and of their keys. */
const sorted = <Value>(values: Iterable<Value>): Value[] =>
  [...values].toSorted((a, b) => (inKeyOrder(a) < inKeyOrder(b) ? -1 : 1));

const inKeyOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

async function organisation(source: string) {
  const units = await db.orgUnit.findMany({ where: { externalSource: source } });
  const people = await db.person.findMany({ where: { externalSource: source } });
  const memberships = await db.membership.findMany({
    where: { supersededAt: null, externalSource: source },
    include: { person: true },
  });
  const parents = await db.unitParent.findMany({
    where: { supersededAt: null },
    include: { parent: true },
  });
  const schedules = await db.importedSchedule.findMany();
  const said = (attributes: unknown) =>
    ((attributes as Record<string, Record<string, Json>>)[source] ?? {}) as Record<string, Json>;
  return {
    people,
    said,
    units: units.map((unit) => ({
      unit,
      said: said(unit.attributes),
      parentKey: parents.find(({ unitId }) => unitId === unit.id)?.parent.externalKey ?? null,
      schedules: schedules.filter(({ unitId }) => unitId === unit.id),
      memberships: memberships
        .filter(({ unitId, note }) => unitId === unit.id && !note?.startsWith('Implied by'))
        .map((row) => ({
          ...row,
          key: row.person.externalKey ?? '',
          isOver: row.validTo !== null,
        })),
    })),
  };
}

describe.skipIf(kubernetes === null)('the Kubernetes community', () => {
  const file = () => readFileSync(`${kubernetes}/sigs.yaml`, 'utf8');
  const kubernetesFile = { format: 'kubernetes', fileName: 'sigs.yaml' } as const;
  const LISTS = {
    sigs: 'special interest group',
    workinggroups: 'working group',
    usergroups: 'user group',
    committees: 'committee',
  };

  beforeEach(async () => emptyDatabase());

  it('fits in without loss: the file can be written again from the database', async () => {
    await imported(on('2026-03-02'), file(), kubernetesFile);
    expect(await rewritten()).toEqual(comparable(parse(file()) as Sigs));
  });

  it('is imported again without changing anything', async () => {
    await imported(on('2026-03-02'), file(), kubernetesFile);
    const before = await everything();
    const again = await imported(on('2026-04-01'), file(), kubernetesFile);
    expect(Object.keys(await countsOf(again)).toSorted()).toEqual(['notice', 'untouched']);
    expect(await everything()).toEqual(before);
  });

  it('shows what a changed file changes, and keeps the past', async () => {
    await imported(on('2026-03-02'), file(), kubernetesFile);
    const changed = parse(file()) as Sigs;
    const [first, second, third] = changed.sigs as [Group, Group, Group];
    const moved = first.leadership.chairs?.pop() as Leader;
    second.leadership.chairs?.push({ github: 'new-chair', name: 'New Chair' });
    third.name = 'Renamed';
    const [meeting] = first.meetings as [Meeting];
    meeting.frequency = 'weekly';
    changed.workinggroups.pop();
    const run = await imported(on('2026-04-01'), stringify(changed), kubernetesFile);
    const lines = await linesOf(run, 'added', 'moved', 'ended', 'changed');
    expect(lines).toContainEqual(expect.stringMatching(/^added: New Chair in .*Lead \(Chair\)/));
    expect(lines).toContainEqual(expect.stringContaining('name: '));
    expect(lines).toContainEqual(expect.stringMatching(/^changed: .*biweekly → .*weekly/));
    expect(lines).toContainEqual(expect.stringContaining('No longer in the file.'));
    expect(lines.some((line) => line.startsWith(`ended: ${moved.name} in ${first.name}`))).toBe(
      true,
    );
    const ended = await db.membership.findFirstOrThrow({
      where: {
        supersededAt: null,
        person: { externalKey: moved.github },
        unit: { externalKey: first.dir },
      },
    });
    expect(ended.validFrom).toEqual(new Date('2026-03-02'));
    expect(ended.validTo).toEqual(new Date('2026-04-01'));
  });

  it('leaves no meeting out: each is understood, or asks a person in a sentence', async () => {
    await imported(on('2026-03-02'), file(), kubernetesFile);
    const schedules = await db.importedSchedule.findMany();
    expect(schedules).toHaveLength(102);
    const understood = schedules.filter(({ obstacle }) => obstacle === null);
    for (const { recurrenceRule, timeZone, localTime } of understood) {
      expect([recurrenceRule, timeZone, localTime]).not.toContain(null);
    }
    // Every other week is never a guess: without a date the phase is asked for.
    const fortnightly = schedules.filter(({ recurrenceRule }) =>
      recurrenceRule?.includes('INTERVAL'),
    );
    for (const { firstOn, obstacle } of fortnightly) {
      expect(firstOn === null).toBe(obstacle !== null);
    }
    console.info(`Kubernetes: ${understood.length} meetings understood of ${schedules.length}`);
  });

  async function rewritten() {
    const { units, people, said } = await organisation('kubernetes');
    const personOf = new Map(people.map((person) => [person.externalKey, person]));
    const leader = (key: string, isOver: boolean) => {
      const person = personOf.get(key);
      const { company } = said(person?.attributes);
      return isOver || company === undefined
        ? { github: key, name: person?.name }
        : { github: key, name: person?.name, company };
    };
    const meetings = (schedules: (typeof units)[number]['schedules']) =>
      sorted(
        schedules.map(({ title, originalText, links }) => {
          const [day, time, tz, frequency] = originalText.split(' · ');
          return { description: title, day, time, tz, frequency, ...(links as object) };
        }),
      );
    const group = ({ unit, said: attributes, memberships, schedules }: (typeof units)[number]) => {
      const { kind: _, ...rest } = attributes;
      const called = (title: string) =>
        sorted(
          memberships
            .filter(({ note }) => note?.split(', ').includes(title))
            .map(({ key, isOver }) => leader(key, isOver)),
        );
      const beneath = units.filter((other) => other.parentKey === unit.externalKey);
      return {
        dir: unit.externalKey,
        name: unit.name,
        mission_statement: unit.purpose,
        chairs: called('Chair'),
        tech_leads: called('Tech lead'),
        emeritus_leads: called('Emeritus lead'),
        meetings: meetings(schedules),
        subprojects: sorted(
          beneath.map((sub) => {
            const { kind: __, ...others } = sub.said;
            return {
              ...others,
              name: sub.unit.name,
              description: sub.unit.purpose,
              leads: sorted(sub.memberships.map(({ key }) => leader(key, false))),
              meetings: meetings(sub.schedules),
            };
          }),
        ),
        ...rest,
      };
    };
    const listed = (called: string) =>
      sorted(units.filter(({ said: { kind } }) => kind === called).map(group));
    const representative = people.find(({ attributes }) => said(attributes).gb_rep === true);
    return {
      sigs: listed(LISTS.sigs),
      workinggroups: listed(LISTS.workinggroups),
      usergroups: listed(LISTS.usergroups),
      committees: listed(LISTS.committees),
      gb_rep: leader(representative?.externalKey ?? '', false),
    };
  }

  function comparable(source: Sigs) {
    const group = ({ leadership, meetings, subprojects, mission_statement, ...rest }: Group) => ({
      ...rest,
      mission_statement: mission_statement.trim(),
      chairs: sorted(leadership.chairs ?? []),
      tech_leads: sorted(leadership.tech_leads ?? []),
      emeritus_leads: sorted(leadership.emeritus_leads ?? []),
      meetings: sorted(meetings),
      subprojects: sorted(
        (subprojects ?? []).map((sub) => ({
          ...sub,
          description: sub.description?.trim() ?? '',
          leads: sorted(sub.leads ?? []),
          meetings: sorted(sub.meetings ?? []),
        })),
      ),
    });
    return {
      sigs: sorted(source.sigs.map(group)),
      workinggroups: sorted(source.workinggroups.map(group)),
      usergroups: sorted(source.usergroups.map(group)),
      committees: sorted(source.committees.map(group)),
      gb_rep: source.gb_rep,
    };
  }
});

type Team = {
  name: string;
  kind: string;
  subteam_of: string | null;
  top_level: boolean;
  archived: boolean;
  leads: string[];
  members: string[];
  alumni: string[];
  roles: [string, string[]][];
  website: { name?: string; description?: string; page?: string };
  zulip_groups: string[];
};
type RustTeams = { teams: Team[]; people: { github: string; name: string }[] };

describe.skipIf(rust === null)('the Rust teams', () => {
  const file = () => readFileSync(`${rust}/rust-teams.json`, 'utf8');
  const rustFile = { format: 'rust-teams', fileName: 'rust-teams.json' } as const;

  beforeEach(async () => emptyDatabase());

  it('fit in without loss: the file can be written again from the database', async () => {
    await imported(on('2026-03-02'), file(), rustFile);
    const { teams, people } = JSON.parse(file()) as RustTeams;
    const again = await rewritten();
    // Spaces around a name are nobody's name; everything else is as it was.
    const trimmed = people.map(({ github, name }) => ({ github, name: name.trim() }));
    expect(again.people).toEqual(sorted(trimmed));
    expect(again.teams).toEqual(sorted(teams.map(comparable)));
  });

  it('stand where the file says, as guilds, sub-guilds and working groups', async () => {
    await imported(on('2026-03-02'), file(), rustFile);
    const { teams } = JSON.parse(file()) as RustTeams;
    const { units } = await organisation('rust-teams');
    const unitOf = new Map(units.map((unit) => [unit.unit.externalKey, unit]));
    for (const { name, kind, subteam_of, archived } of teams) {
      const unit = unitOf.get(name);
      const isTeam = kind === 'team' || kind === 'marker-team';
      const expected = !isTeam ? 'WORKING_GROUP' : subteam_of === null ? 'GUILD' : 'SUBGUILD';
      expect([name, unit?.unit.kind]).toEqual([name, expected]);
      expect([name, unit?.unit.validTo !== null]).toEqual([name, archived]);
      // A group within a working group stands beneath what that one belongs to.
      const above = subteam_of === null ? null : teams.find((team) => team.name === subteam_of);
      const fits = above && (above.kind === 'team' || above.kind === 'marker-team');
      if (above === null || fits) expect([name, unit?.parentKey]).toEqual([name, subteam_of]);
    }
  });

  it('are imported again without changing anything', async () => {
    await imported(on('2026-03-02'), file(), rustFile);
    const before = await everything();
    const again = await imported(on('2026-04-01'), file(), rustFile);
    expect(Object.keys(await countsOf(again)).toSorted()).toEqual(['notice', 'untouched']);
    expect(await everything()).toEqual(before);
  });

  it('show what a changed file changes: moved, archived, joined, become alumni', async () => {
    await imported(on('2026-03-02'), file(), rustFile);
    const changed = JSON.parse(file()) as RustTeams;
    const live = changed.teams.filter(({ archived, kind }) => !archived && kind === 'team');
    const moved = live.find(({ subteam_of }) => subteam_of === 'compiler') as Team;
    moved.subteam_of = 'lang';
    const archived = live.find(
      ({ members, name }) => members.length > 2 && name !== moved.name && !isParent(name),
    ) as Team;
    const [gone, ...rest] = archived.members;
    Object.assign(archived, {
      archived: true,
      leads: [],
      members: [],
      alumni: [...archived.alumni, gone, ...rest],
      roles: [],
    });
    const joined = live.find(
      ({ name, subteam_of }) => subteam_of === null && name !== archived.name,
    ) as Team;
    changed.people.push({ github: 'newcomer', name: 'New Comer' });
    joined.members.push('newcomer');
    function isParent(name: string) {
      return changed.teams.some(({ subteam_of }) => subteam_of === name);
    }

    const run = await imported(on('2026-04-01'), JSON.stringify(changed), rustFile);
    const title = (team: Team) => team.website.name ?? team.name;
    const lines = await linesOf(run, 'added', 'moved', 'ended', 'changed');
    expect(lines).toContainEqual(expect.stringMatching(/^moved: .*: From beneath .* to beneath /));
    expect(lines).toContain(`ended: ${title(archived)}: Archived in the file.`);
    expect(lines).toContain(`added: New Comer in ${title(joined)}: Member`);
    expect(
      lines.filter(
        (line) => line.startsWith('ended: ') && line.includes(` in ${title(archived)}: `),
      ),
    ).toHaveLength(rest.length + 1);
    const past = await db.membership.findFirstOrThrow({
      where: {
        supersededAt: null,
        person: { externalKey: gone as string },
        unit: { externalKey: archived.name },
      },
    });
    expect(past.validFrom).toEqual(new Date('2026-03-02'));
    expect(past.validTo).toEqual(new Date('2026-04-01'));
    const last = await imported(on('2026-05-01'), JSON.stringify(changed), rustFile);
    expect(Object.keys(await countsOf(last)).toSorted()).toEqual(['notice', 'untouched']);
  });

  async function rewritten() {
    const { units, people, said } = await organisation('rust-teams');
    expect(people.every(({ attributes }) => Object.keys(said(attributes)).length === 0)).toBe(true);
    return {
      people: sorted(people.map(({ externalKey, name }) => ({ github: externalKey, name }))),
      teams: sorted(
        units.map(({ unit, said: attributes, memberships }) => {
          const present = memberships.filter(({ isOver }) => !isOver);
          const { website, ...rest } = attributes;
          return {
            ...rest,
            name: unit.externalKey,
            archived: unit.validTo !== null,
            leads: sorted(present.filter(({ role }) => role === 'LEAD').map(({ key }) => key)),
            members: sorted(present.map(({ key }) => key)),
            alumni: sorted(memberships.filter(({ isOver }) => isOver).map(({ key }) => key)),
            roles: sorted(
              present.flatMap(({ key, note }) => {
                const [, roles] = /Roles: (.*)$/.exec(note ?? '') ?? [];
                return roles ? [[key, roles.split(', ')]] : [];
              }),
            ),
            website: { ...(website as object), name: unit.name, description: unit.purpose },
          };
        }),
      ),
    };
  }

  const comparable = ({ leads, members, alumni, roles, website, ...rest }: Team) => ({
    ...rest,
    leads: sorted(leads),
    members: sorted(members),
    alumni: sorted(alumni),
    roles: sorted(roles),
    website: {
      ...website,
      name: website.name ?? rest.name,
      description: website.description?.trim() ?? '',
    },
  });
});
