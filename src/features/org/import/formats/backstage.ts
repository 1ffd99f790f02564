import { z } from 'zod';
import { sentencesOf } from '../fields';
import { type Attributes, attributesFrom, emptyRoster, type Finding, type Roster } from '../roster';
import { addGroups } from './backstage-groups';
import {
  entity,
  type Group,
  group,
  keyOf,
  nonEmpty,
  type Placed,
  restOf,
  type User,
  user,
} from './backstage-schema';
import { readYamlDocuments, type YamlDocument } from './yaml-documents';

/** Reads a Backstage catalogue: its users and groups; other kinds of entity are counted and left out. */
export async function readBackstage(text: string): Promise<Roster> {
  const roster = emptyRoster();
  const users: Placed<User>[] = [];
  const groups: Placed<Group>[] = [];
  const others = new Map<string, number>();
  for (const document of await readYamlDocuments(text)) {
    const parsed = entity.safeParse(document.value);
    if (document.fault || !parsed.success) {
      roster.findings.push(unreadable(document, parsed.error));
    } else if (parsed.data.kind === 'User') {
      readEntity(user, document, roster.findings, users, 'people');
    } else if (parsed.data.kind === 'Group') {
      readEntity(group, document, roster.findings, groups, 'units');
    } else {
      others.set(parsed.data.kind, (others.get(parsed.data.kind) ?? 0) + 1);
    }
  }
  for (const one of users) addUser(roster, one);
  addGroups(roster, groups, users);
  for (const [kind, count] of others) roster.findings.push(leftOut(kind, count));
  if (users.length + groups.length + roster.findings.length === 0) {
    roster.findings.push({ ...refusal(1), reason: 'The file holds no users and no groups.' });
  }
  return roster;
}

function readEntity<Entity extends { metadata: { name: string; namespace: string } }>(
  schema: z.ZodType<Entity>,
  document: YamlDocument,
  findings: Finding[],
  into: Placed<Entity>[],
  whose: 'people' | 'units',
): void {
  const { line, value } = document;
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const { name, namespace } = parsed.data.metadata;
    into.push({ key: keyOf(name, namespace), line, entity: parsed.data });
    return;
  }
  const named = z.object({ metadata: z.object({ name: z.string() }) }).safeParse(value);
  const key = named.success ? keyOf(named.data.metadata.name) : null;
  findings.push({
    ...refusal(line),
    title: key ?? '',
    reason: sentencesOf(parsed.error),
    ...(key && { mentions: { people: [], units: [], [whose]: [key] } }),
  });
}

function addUser(roster: Roster, { key, line, entity: { metadata, spec } }: Placed<User>): void {
  const { displayName, email, ...profile } = spec.profile;
  const { memberOf: _, profile: __, ...others } = spec;
  roster.people.push({
    key,
    line,
    name: displayName ?? metadata.title ?? metadata.name,
    ...(email && { email }),
    ...(metadata.description && { about: metadata.description }),
    attributes: attributesFrom([
      ['metadata', restOf(metadata)],
      ['profile', nonEmpty(profile as Attributes)],
      ['spec', nonEmpty(others as Attributes)],
    ]),
  });
}

const refusal = (line: number | null) =>
  ({ kind: 'refused', subject: 'file', line, title: '', reason: '' }) satisfies Finding;

function unreadable({ line, fault }: YamlDocument, error: z.ZodError | undefined): Finding {
  if (fault) return { ...refusal(fault.line), reason: fault.reason };
  return { ...refusal(line), reason: error ? sentencesOf(error) : 'This is no entity.' };
}

const leftOut = (kind: string, count: number): Finding => ({
  kind: 'notice',
  subject: 'file',
  line: null,
  title: kind,
  reason: `${count} of this kind left out: only users and groups are imported.`,
});
