import type { UnitKind } from '../../schema';
import { type Attributes, attributesFrom, type Finding, type Roster } from '../roster';
import {
  type Group,
  KNOWN_TYPES,
  keyOf,
  nonEmpty,
  type Placed,
  restOf,
  type User,
  unitKindOf,
} from './backstage-schema';
import { nearestFitting } from './fitting-parents';

type Placing = { kind: UnitKind | null; parentKey: string | null };

export function addGroups(
  roster: Roster,
  groups: readonly Placed<Group>[],
  users: readonly Placed<User>[],
): void {
  const parents = parentsOf(groups, roster.findings);
  const placing = new Map<string, Placing>();
  for (const { key, line, entity } of groups) {
    const kind = unitKindOf(entity.spec.type);
    if (kind === undefined) roster.findings.push(unknownType(key, line, entity.spec.type));
    else placing.set(key, { kind, parentKey: parents.get(key) ?? null });
  }
  for (const group of groups) addGroup(roster, group, placing);
  addMemberships(roster, groups, users, placing);
}

/** Parents as children name them and as parents name their children; both must say the same. */
function parentsOf(groups: readonly Placed<Group>[], findings: Finding[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const { key, entity } of groups) {
    const { parent } = entity.spec;
    if (parent) parents.set(key, keyOf(parent, entity.metadata.namespace));
  }
  const lineOf = new Map(groups.map(({ key, line }) => [key, line]));
  for (const { key, line, entity } of groups) {
    for (const reference of entity.spec.children) {
      const child = keyOf(reference, entity.metadata.namespace);
      const said = parents.get(child);
      if (said === undefined) parents.set(child, key);
      else if (said !== key) findings.push(twoParents(child, lineOf.get(child) ?? line, said, key));
      if (!lineOf.has(child)) findings.push(unknownChild(key, line, child));
    }
  }
  return parents;
}

function addGroup(
  roster: Roster,
  { key, line, entity: { metadata, spec } }: Placed<Group>,
  placing: ReadonlyMap<string, Placing>,
): void {
  const place = placing.get(key);
  const name = spec.profile.displayName ?? metadata.title ?? metadata.name;
  if (!place) return;
  if (place.kind === null) {
    roster.findings.push(aboveTribes(name, line, spec.type));
    return;
  }
  const parentKey = nearestFitting(place.kind, place.parentKey, (above) => placing.get(above));
  const kind = place.kind === 'SUBGUILD' && parentKey === null ? 'GUILD' : place.kind;
  const { displayName: _, ...profile } = spec.profile;
  const { type, parent: __, children: ___, members: ____, profile: _____, ...others } = spec;
  roster.units.push({
    key,
    line,
    kind,
    name,
    ...(metadata.description && { purpose: metadata.description }),
    parentKey,
    isOver: false,
    attributes: attributesFrom([
      ['type', type],
      ['parent', place.parentKey === parentKey ? undefined : (place.parentKey ?? undefined)],
      ['metadata', restOf(metadata)],
      ['profile', nonEmpty(profile as Attributes)],
      ['spec', nonEmpty(others as Attributes)],
    ]),
  });
}

function addMemberships(
  roster: Roster,
  groups: readonly Placed<Group>[],
  users: readonly Placed<User>[],
  placing: ReadonlyMap<string, Placing>,
): void {
  const byPlace = new Map<string, { personKey: string; unitKey: string; line: number }>();
  const add = (personKey: string, unitKey: string, line: number) => {
    const place = JSON.stringify([personKey, unitKey]);
    if (!byPlace.has(place)) byPlace.set(place, { personKey, unitKey, line });
  };
  for (const { key, line, entity } of users) {
    const { namespace } = entity.metadata;
    for (const unit of entity.spec.memberOf) add(key, keyOf(unit, namespace), line);
  }
  for (const { key, line, entity } of groups) {
    const { namespace } = entity.metadata;
    for (const person of entity.spec.members) add(keyOf(person, namespace), key, line);
  }
  const attributesOf = new Map(roster.people.map(({ key, attributes }) => [key, attributes]));
  for (const place of byPlace.values()) {
    if (placing.get(place.unitKey)?.kind === null) {
      keepAbove(attributesOf.get(place.personKey), place.unitKey);
    } else {
      roster.memberships.push({ ...place, role: 'MEMBER', note: null, isOver: false });
    }
  }
}

/** Belonging to a department is no membership here, but it is not lost. */
function keepAbove(attributes: Attributes | undefined, key: string): void {
  if (!attributes) return;
  attributes.memberOf = [...((attributes.memberOf as string[] | undefined) ?? []), key];
}

const unknownType = (key: string, line: number, type: string): Finding => ({
  kind: 'refused',
  subject: 'unit',
  line,
  title: key,
  reason: `“${type}” is no known type of group: use ${KNOWN_TYPES.join(', ')}.`,
  mentions: { people: [], units: [key] },
});

const twoParents = (key: string, line: number, said: string, other: string): Finding => ({
  kind: 'notice',
  subject: 'unit',
  line,
  title: key,
  reason: `Says that its parent is ${said}, but ${other} lists it among its children; its own word counts.`,
});

const unknownChild = (key: string, line: number, child: string): Finding => ({
  kind: 'notice',
  subject: 'unit',
  line,
  title: key,
  reason: `Lists ${child} among its children, which is not in the file.`,
});

const aboveTribes = (name: string, line: number, type: string): Finding => ({
  kind: 'notice',
  subject: 'unit',
  line,
  title: name,
  reason: `A ${type} lies above the tribes and is no unit here; what belongs to it keeps its name.`,
});
