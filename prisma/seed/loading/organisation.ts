import type { Transaction } from '@/foundation/db';
import type { Prisma } from '@/foundation/prisma-client/client';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import { chapters, guilds, renames, splits, squads, tribes } from '../organisation';
import { people } from '../people';
import { company, type DaysAgo } from '../world';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { membershipRows } from './memberships';
import { startOf } from './roster';

type UnitSeed = { slug: string; name: string; purpose: string; from: DaysAgo; to?: DaysAgo };

export const unitId = (slug: string) => idOf('unit', slug);
export const personId = (handle: string) => idOf('person', handle);
export const emailOf = (handle: string) => `${handle.replace('-', '.')}@${company.domain}`;

/** Who may administer the portal in the demo guild: the platform's lead and the guild's writer. */
const ADMINISTRATORS = ['isaura-lemos', 'ngozi-eluwa'];

export async function loadOrganisation(tx: Transaction, calendar: Calendar): Promise<void> {
  await tx.orgUnit.createMany({ data: unitRows(calendar) });
  await tx.unitParent.createMany({ data: parentRows(calendar) });
  await tx.unitSuccession.createMany({ data: successionRows(calendar) });
  await tx.person.createMany({ data: personRows(calendar) });
  await tx.membership.createMany({ data: membershipRows(calendar) });
  await tx.user.createMany({ data: administratorRows(calendar) });
}

function unitRows(calendar: Calendar): Prisma.OrgUnitCreateManyInput[] {
  const row = (kind: UnitKind) => (unit: UnitSeed) => ({
    id: unitId(unit.slug),
    kind,
    slug: unit.slug,
    name: unit.name,
    purpose: unit.purpose,
    timeZone: company.zone,
    validFrom: calendar.day(unit.from),
    validTo: unit.to === undefined ? null : calendar.day(unit.to),
    createdAt: calendar.at(unit.from, unit.slug),
    updatedAt: calendar.at(unit.to ?? unit.from, unit.slug),
  });
  return [
    ...tribes.map(row('TRIBE')),
    ...squads.map((squad) => ({
      ...row('SQUAD')(squad),
      isPlatformTeam: squad.isPlatformTeam ?? false,
    })),
    ...chapters.map(row('CHAPTER')),
    ...guilds.filter(({ guild }) => !guild).map(row('GUILD')),
    ...guilds.filter(({ guild }) => guild).map(row('SUBGUILD')),
  ];
}

function parentRows(calendar: Calendar): Prisma.UnitParentCreateManyInput[] {
  const row = (unit: UnitSeed, unitKind: UnitKind, parent: UnitSeed, parentKind: UnitKind) => {
    const from = Math.min(unit.from, parent.from);
    return {
      id: idOf('parent', unit.slug),
      unitId: unitId(unit.slug),
      unitKind,
      parentId: unitId(parent.slug),
      parentKind,
      validFrom: calendar.day(from),
      validTo: unit.to === undefined ? null : calendar.day(unit.to),
      recordedAt: calendar.at(from, unit.slug),
    };
  };
  const named = <Unit extends UnitSeed>(units: Unit[], slug: string) => {
    const unit = units.find((one) => one.slug === slug);
    if (!unit) throw new Error(`There is no unit ${slug}.`);
    return unit;
  };
  return [
    ...squads.map((squad) => row(squad, 'SQUAD', named(tribes, squad.tribe), 'TRIBE')),
    ...chapters.map((chapter) => row(chapter, 'CHAPTER', named(tribes, chapter.tribe), 'TRIBE')),
    ...guilds.flatMap((part) =>
      part.guild ? [row(part, 'SUBGUILD', named(guilds, part.guild), 'GUILD')] : [],
    ),
  ];
}

function successionRows(calendar: Calendar): Prisma.UnitSuccessionCreateManyInput[] {
  return [
    ...splits.flatMap(({ from, to, at, note }) =>
      to.map((successor) => ({
        id: idOf('succession', from, successor),
        kind: 'SPLIT' as const,
        predecessorId: unitId(from),
        successorId: unitId(successor),
        effectiveOn: calendar.day(at),
        note,
        recordedAt: calendar.at(at, successor),
      })),
    ),
    ...renames.map(({ squad, nameBefore, at, note }) => ({
      id: idOf('succession', squad, nameBefore),
      kind: 'RENAME' as const,
      predecessorId: unitId(squad),
      successorId: unitId(squad),
      nameBefore,
      nameAfter: squads.find(({ slug }) => slug === squad)?.name ?? null,
      effectiveOn: calendar.day(at),
      note,
      recordedAt: calendar.at(at, squad),
    })),
  ];
}

function personRows(calendar: Calendar): Prisma.PersonCreateManyInput[] {
  return people.map((person) => {
    const { handle, name, title, zone, about, skills, askAbout, leftAt } = person;
    const leftOn = leftAt === undefined ? null : calendar.day(leftAt);
    return {
      id: personId(handle),
      handle,
      name,
      email: emailOf(handle),
      timeZone: zone,
      headline: title,
      about,
      skills,
      askMeAbout: askAbout,
      startedOn: calendar.day(startOf(person)),
      leftOn,
      deactivatedAt: leftOn && calendar.instant(leftOn, handle),
      createdAt: calendar.at(startOf(person), handle),
      updatedAt: calendar.at(leftAt ?? startOf(person), handle),
    };
  });
}

function administratorRows(calendar: Calendar): Prisma.UserCreateManyInput[] {
  return people
    .filter(({ handle }) => ADMINISTRATORS.includes(handle))
    .map((person) => ({
      id: idOf('user', person.handle),
      name: person.name,
      email: emailOf(person.handle),
      personId: personId(person.handle),
      isAdministrator: true,
      createdAt: calendar.at(startOf(person), person.handle),
    }));
}
