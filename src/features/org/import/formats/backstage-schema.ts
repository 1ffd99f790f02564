import { z } from 'zod';
import type { UnitKind } from '../../schema';
import { emailField, keyField, longTextField, nameField } from '../fields';
import { type Attributes, attributesFrom } from '../roster';

const open = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).catchall(z.json());

const metadata = open({
  name: keyField,
  namespace: keyField.default('default'),
  title: nameField.optional(),
  description: longTextField.optional(),
});

const profile = open({ displayName: nameField.optional(), email: emailField.optional() }).prefault(
  {},
);
const references = z.array(keyField).default([]);

export const entity = z.object({ kind: z.string('The entity has no kind.') }).catchall(z.json());

export const user = open({ metadata, spec: open({ profile, memberOf: references }).prefault({}) });
export type User = z.output<typeof user>;

export const group = open({
  metadata,
  spec: open({
    type: z.string('The group has no type.').trim().toLowerCase(),
    // A group's address is not a person's, so nothing is held to it.
    profile: open({ displayName: nameField.optional() }).prefault({}),
    parent: keyField.optional(),
    children: references,
    members: references,
  }),
});
export type Group = z.output<typeof group>;

/** What a group's type means here; null for what lies above tribes, which is no unit of its own. */
const TYPES: Record<string, UnitKind | null> = {
  team: 'SQUAD',
  squad: 'SQUAD',
  tribe: 'TRIBE',
  'product-area': 'TRIBE',
  'sub-department': 'TRIBE',
  chapter: 'CHAPTER',
  guild: 'GUILD',
  community: 'GUILD',
  'community-of-practice': 'GUILD',
  subguild: 'SUBGUILD',
  'sub-guild': 'SUBGUILD',
  'working-group': 'WORKING_GROUP',
  organization: null,
  organisation: null,
  root: null,
  company: null,
  'business-unit': null,
  division: null,
  department: null,
};

export const unitKindOf = (type: string): UnitKind | null | undefined =>
  Object.hasOwn(TYPES, type.replace(/[\s_]+/g, '-'))
    ? TYPES[type.replace(/[\s_]+/g, '-')]
    : undefined;

export const KNOWN_TYPES = Object.keys(TYPES);

/** `group:default/radio`, `default/radio` and `radio` are one; names are the same in any case. */
export function keyOf(reference: string, namespace = 'default'): string {
  const [, space = namespace, name = reference] =
    /^(?:[a-z]+:)?(?:([^/]+)\/)?([^/]+)$/i.exec(reference) ?? [];
  const key = space.toLowerCase() === 'default' ? name : `${space}/${name}`;
  return key.toLowerCase();
}

/** An entity with the key by which others refer to it, and its line in the file. */
export type Placed<Entity> = { key: string; line: number; entity: Entity };

/** Labels, annotations, links and whatever else the catalogue says. */
export function restOf(metadata: User['metadata']): Attributes | undefined {
  const { name, namespace, title: _, description: __, ...others } = metadata;
  const kept = attributesFrom([
    ...Object.entries(others),
    ['namespace', namespace === 'default' ? undefined : namespace],
    ['name', name === name.toLowerCase() ? undefined : name],
  ]);
  return nonEmpty(kept);
}

export const nonEmpty = (attributes: Attributes): Attributes | undefined =>
  Object.keys(attributes).length > 0 ? attributes : undefined;
