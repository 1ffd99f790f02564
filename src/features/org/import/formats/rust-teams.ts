import { z } from 'zod';
import type { UnitKind } from '../../schema';
import { keyField, longTextField, nameField, sentencesOf } from '../fields';
import {
  attributesFrom,
  emptyRoster,
  type Finding,
  type Roster,
  type RosterMembership,
} from '../roster';
import { nearestFitting } from './fitting-parents';
import { readYamlDocuments, type YamlDocument } from './yaml-documents';

const person = z.object({ github: keyField, name: nameField }).catchall(z.json());

const team = z
  .object({
    name: keyField,
    kind: z.enum(['team', 'marker-team', 'working-group', 'project-group']),
    subteam_of: keyField.nullish().transform((key) => key ?? null),
    archived: z.boolean().default(false),
    leads: z.array(keyField).default([]),
    members: z.array(keyField).default([]),
    alumni: z.array(keyField).default([]),
    roles: z.array(z.tuple([keyField, z.array(nameField)])).default([]),
    website: z
      .object({ name: nameField.optional(), description: longTextField.optional() })
      .catchall(z.json())
      .prefault({}),
  })
  .catchall(z.json());
type Team = z.output<typeof team> & { line: number };

const contents = z.object({ teams: z.array(z.unknown()), people: z.array(z.unknown()) });

/** Reads the Rust project’s teams as its team repository publishes them. */
export async function readRustTeams(text: string): Promise<Roster> {
  const roster = emptyRoster();
  const [document] = await readYamlDocuments(text);
  const parsed = contents.safeParse(document?.value);
  if (!document || document.fault || !parsed.success) {
    const { line, reason } = document?.fault ?? {
      line: 1,
      reason: 'The file must hold a list of teams and a list of people.',
    };
    roster.findings.push(refusal(line, reason));
    return roster;
  }
  for (const [index, value] of parsed.data.people.entries()) {
    readPerson(roster, document.lineOf(['people', index]), value);
  }
  const teams = parsed.data.teams.flatMap((value, index) =>
    readTeam(roster, document, index, value),
  );
  const byName = new Map(teams.map((one) => [one.name, one]));
  for (const one of teams) {
    addUnit(roster, one, byName);
    roster.memberships.push(...placesIn(one));
  }
  return roster;
}

function readPerson(roster: Roster, line: number, value: unknown): void {
  const parsed = person.safeParse(value);
  if (!parsed.success) {
    roster.findings.push(refusal(line, sentencesOf(parsed.error)));
    return;
  }
  const { github, name, ...rest } = parsed.data;
  roster.people.push({ key: github, line, name, attributes: attributesFrom(Object.entries(rest)) });
}

function readTeam(roster: Roster, { lineOf }: YamlDocument, index: number, value: unknown): Team[] {
  const line = lineOf(['teams', index]);
  const parsed = team.safeParse(value);
  if (parsed.success) return [{ ...parsed.data, line }];
  roster.findings.push(refusal(line, sentencesOf(parsed.error)));
  return [];
}

/** A team within a team is a sub-guild; a marker team is a list of people, kept as the same kind of unit. */
function kindOf({ kind, subteam_of }: Team): UnitKind {
  if (kind === 'working-group' || kind === 'project-group') return 'WORKING_GROUP';
  return subteam_of === null ? 'GUILD' : 'SUBGUILD';
}

function addUnit(roster: Roster, one: Team, byName: ReadonlyMap<string, Team>): void {
  const { name, line, kind, subteam_of, archived, website, ...rest } = one;
  const { leads, members, alumni, roles, ...others } = rest;
  const { name: title, description, ...page } = website;
  const parentKey = nearestFitting(kindOf(one), subteam_of, (key) => {
    const above = byName.get(key);
    return above && { kind: kindOf(above), parentKey: above.subteam_of };
  });
  // A sub-guild is a part of a guild; a team that stands beneath no team is one by itself.
  const unitKind = parentKey === null && kindOf(one) === 'SUBGUILD' ? 'GUILD' : kindOf(one);
  roster.units.push({
    key: name,
    line,
    kind: unitKind,
    name: title ?? name,
    purpose: description ?? '',
    parentKey,
    isOver: archived,
    attributes: attributesFrom([
      ['kind', kind],
      ['subteam_of', subteam_of],
      ...Object.entries(others),
      ['website', attributesFrom(Object.entries(page))],
      ['roles_of_others', rolesOfOthers(one)],
    ]),
  });
  if (parentKey !== subteam_of) {
    roster.findings.push({
      kind: 'notice',
      subject: 'unit',
      line,
      title: title ?? name,
      reason: `A ${kind} cannot stand beneath ${subteam_of} here, so it stands ${
        parentKey === null ? 'by itself' : `beneath ${parentKey}`
      }; what the file says is kept with it.`,
    });
  }
}

/** Roles of people who are not members: no membership could hold them. */
function rolesOfOthers({ roles, members, leads }: Team): Record<string, string[]> | undefined {
  const present = new Set([...members, ...leads]);
  const others = roles.filter(([who]) => !present.has(who));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

function placesIn({ name, line, leads, members, alumni, roles }: Team): RosterMembership[] {
  const rolesOf = new Map(roles);
  const place = (personKey: string, isLead: boolean, remark: string | null) => ({
    personKey,
    unitKey: name,
    line,
    role: isLead ? ('LEAD' as const) : ('MEMBER' as const),
    note: [remark, rolesNote(rolesOf.get(personKey))].filter(Boolean).join('. ') || null,
    isOver: false,
  });
  const outside = leads.filter((who) => !members.includes(who));
  return [
    ...[...new Set(members)].map((who) => place(who, leads.includes(who), null)),
    ...[...new Set(outside)].map((who) => place(who, true, 'Not listed as a member')),
    ...[...new Set(alumni)].map((who) => ({
      ...place(who, false, null),
      note: 'Alumni',
      isOver: true,
    })),
  ];
}

const rolesNote = (roles: readonly string[] | undefined): string | null =>
  roles && roles.length > 0 ? `Roles: ${roles.join(', ')}` : null;

const refusal = (line: number, reason: string): Finding => ({
  kind: 'refused',
  subject: 'file',
  line,
  title: '',
  reason,
});
