import { roleName, rolesIn } from '../../memberships/roles';
import type { Finding, RosterMembership } from '../roster';
import type { Known } from './known';
import { refusedMembership } from './refusals';

type Accepted = {
  people: ReadonlySet<string>;
  units: ReadonlyMap<string, { kind: RosterKind; isOver: boolean }>;
  /** In the file, and refused. */
  refusedPeople: ReadonlySet<string>;
  refusedUnits: ReadonlySet<string>;
};
type RosterKind = Parameters<typeof rolesIn>[0];

/** Drops places of unknown or refused people and units, in roles that do not exist there, and second homes. */
export function checkMemberships(
  memberships: readonly RosterMembership[],
  accepted: Accepted,
  known: Known,
  findings: Finding[],
): RosterMembership[] {
  const homes = new Map<string, RosterMembership>();
  const kindOf = (key: string) => accepted.units.get(key)?.kind ?? known.unit(key)?.kind ?? null;
  const kept: RosterMembership[] = [];
  for (const membership of memberships) {
    const reason =
      unknown(membership, accepted, known) ??
      misfit(membership, kindOf) ??
      secondHome(membership, homes);
    if (reason) {
      findings.push(refusedMembership(membership, reason));
      continue;
    }
    if (membership.isPrimary) homes.set(membership.personKey, membership);
    // Whoever was in a unit that is over is in it no more.
    const isOver = membership.isOver || accepted.units.get(membership.unitKey)?.isOver === true;
    kept.push({ ...membership, isOver });
  }
  return withHomes(kept, kindOf, findings);
}

function unknown(
  { personKey, unitKey }: RosterMembership,
  { people, units, refusedPeople, refusedUnits }: Accepted,
  known: Known,
): string | null {
  if (refusedPeople.has(personKey)) return `The person ${personKey} was refused.`;
  if (refusedUnits.has(unitKey)) return `The unit ${unitKey} was refused.`;
  if (!people.has(personKey) && !known.person(personKey)) {
    return `Nobody is known as ${personKey}, in the file or in the portal.`;
  }
  if (!units.has(unitKey) && !known.unit(unitKey)) {
    return `No unit is known as ${unitKey}: give its kind in one row of the file.`;
  }
  return null;
}

type KindOf = (unitKey: string) => RosterKind | null;

function misfit({ unitKey, role, isPrimary }: RosterMembership, kindOf: KindOf): string | null {
  const kind = kindOf(unitKey);
  if (kind && !rolesIn(kind).includes(role)) {
    const roles = rolesIn(kind).map((fitting) => roleName(fitting).toLowerCase());
    return `The role ${roleName(role).toLowerCase()} does not exist there: use ${roles.join(', ')}.`;
  }
  return isPrimary && kind !== 'SQUAD' ? 'Only a squad can be a person’s home.' : null;
}

function secondHome(
  { personKey, unitKey, isPrimary }: RosterMembership,
  homes: ReadonlyMap<string, RosterMembership>,
): string | null {
  const home = isPrimary ? homes.get(personKey) : undefined;
  if (!home || home.unitKey === unitKey) return null;
  return `Line ${home.line} says that ${home.unitKey} is the home squad; a person has one.`;
}

/** Who is in one squad has it for a home; who is in several, and the file says nothing, is asked for. */
function withHomes(
  memberships: readonly RosterMembership[],
  kindOf: KindOf,
  findings: Finding[],
): RosterMembership[] {
  const squads = new Map<string, RosterMembership[]>();
  for (const place of memberships) {
    const counts = kindOf(place.unitKey) === 'SQUAD' && !place.isOver && place.role !== 'GUEST';
    if (counts) squads.set(place.personKey, [...(squads.get(place.personKey) ?? []), place]);
  }
  const homes = new Set<RosterMembership>();
  for (const [personKey, places] of squads) {
    const said = places.filter(({ isPrimary }) => isPrimary === true);
    const open = places.filter(({ isPrimary }) => isPrimary === undefined);
    const units = new Set(places.map(({ unitKey }) => unitKey));
    const inOne = units.size === 1 ? memberFirst(open) : undefined;
    const home = said[0] ?? inOne;
    if (home) homes.add(home);
    else if (open.length > 0 && units.size > 1) findings.push(noHome(personKey, places));
  }
  return memberships.map((place) => ({ ...place, isPrimary: homes.has(place) }));
}

const memberFirst = (places: readonly RosterMembership[]) =>
  places.find(({ role }) => role === 'MEMBER') ?? places[0];

const noHome = (personKey: string, places: readonly RosterMembership[]): Finding => ({
  kind: 'notice',
  subject: 'membership',
  line: places[0]?.line ?? null,
  title: personKey,
  reason: `Is in several squads (${places.map(({ unitKey }) => unitKey).join(', ')}) and the file does not say which is home; none is marked.`,
});
