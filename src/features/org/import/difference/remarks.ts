import { guildLeadRemarks } from '../../guild-leads';
import { chapterRemark } from '../../unit-hierarchy';
import type { RosterMembership } from '../roster';
import type { MembershipColumns } from './current';
import type { PlannedPerson } from './plan-people';
import { groupedBy, isOpen, nameOf, type Planning, say } from './planning';
import { parentsAfter } from './wanted-places';

/** What a guild should hear about how it will be led, and who will be in another tribe's chapter. */
export function remarkOnUnits(planning: Planning): void {
  const places = placesAfter(planning);
  const squads = groupedBy(
    places.filter(({ unitKind }) => unitKind === 'SQUAD'),
    ({ personId }) => personId,
  );
  remarkOnLeads(planning, places, squads);
  remarkOnChapters(planning, places, squads);
}

function placesAfter({ current, writes, asOf }: Planning): MembershipColumns[] {
  const superseded = new Set(writes.supersededMembershipIds);
  const recorded = current.memberships.filter(({ id }) => !superseded.has(id));
  return [...recorded, ...writes.newMemberships].filter((row) => isOpen(row, asOf));
}

type Squads = ReadonlyMap<string, readonly MembershipColumns[]>;

function remarkOnLeads(planning: Planning, places: readonly MembershipColumns[], squads: Squads) {
  const leads = groupedBy(
    places.filter(({ unitKind, role }) => unitKind === 'GUILD' && role === 'LEAD'),
    ({ unitId }) => unitId,
  );
  for (const [unitId, held] of leads) {
    if (!held.some(({ externalSource }) => externalSource === planning.source)) continue;
    const names = new Set(held.map(({ personId }) => nameOf(planning, personId)));
    const strangers = held.filter(({ personId }) => !squads.has(personId));
    const remarks = [
      ...guildLeadRemarks([...names].map((name) => ({ name, hasSquad: true }))),
      ...(strangers.length > 0 ? [withoutSquad(planning, strangers)] : []),
    ];
    if (remarks.length > 0) notice(planning, 'unit', nameOf(planning, unitId), remarks.join(' '));
  }
}

function withoutSquad(planning: Planning, leads: readonly MembershipColumns[]): string {
  const names = [...new Set(leads.map(({ personId }) => nameOf(planning, personId)))].toSorted();
  return `Leading is a part-time role beside a squad; without one: ${names.join(', ')}.`;
}

function remarkOnChapters(
  planning: Planning,
  places: readonly MembershipColumns[],
  squads: Squads,
) {
  const tribeOf = parentsAfter(planning);
  const placeOf = ({ unitId }: MembershipColumns) => ({
    tribeId: tribeOf.get(unitId) ?? null,
    name: nameOf(planning, unitId),
  });
  const inChapters = groupedBy(
    places.filter(({ unitKind }) => unitKind === 'CHAPTER'),
    ({ personId }) => personId,
  );
  for (const [personId, chapters] of inChapters) {
    if (!chapters.some(({ externalSource }) => externalSource === planning.source)) continue;
    const home = squads.get(personId)?.find(({ isPrimary }) => isPrimary);
    const remark = chapterRemark(home ? placeOf(home) : null, chapters.map(placeOf));
    if (remark) notice(planning, 'membership', nameOf(planning, personId), remark);
  }
}

/** Not being in the file is no leaving: that is for somebody to record. */
export function remarkOnAbsentPeople(
  planning: Planning,
  described: ReadonlyMap<string, PlannedPerson>,
  memberships: readonly RosterMembership[],
): void {
  const present = new Set([...described.values()].map(({ id }) => id));
  for (const { personKey } of memberships) {
    const person = planning.known.person(personKey);
    if (person) present.add(person.id);
  }
  for (const person of planning.current.people) {
    const isAbsent = person.externalSource === planning.source && !present.has(person.id);
    if (!isAbsent || person.leftOn !== null || planning.absence.people.has(person.id)) continue;
    const title = `${person.name} (${person.handle})`;
    notice(
      planning,
      'person',
      title,
      'No longer in the file. If they have left, record it on their page.',
    );
  }
}

function notice(
  planning: Planning,
  subject: 'unit' | 'membership' | 'person',
  title: string,
  detail: string,
) {
  say(planning, { subject, outcome: 'notice', title, detail, line: null });
}
