import type { Prisma } from '@/foundation/prisma-client/client';
import type { MembershipRole, MembershipSource, UnitKind } from '@/foundation/prisma-client/enums';
import { guilds, splits, squads } from '../organisation';
import { people } from '../people';
import type { DaysAgo, PersonSeed, Stint } from '../world';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';
import { chapterPlaces, type Place } from './roster';

type Row = Place & {
  unit: string;
  unitKind: UnitKind;
  role: MembershipRole;
  isPrimary?: boolean;
  source: MembershipSource;
  endReason?: string;
};

export function membershipRows(calendar: Calendar): Prisma.MembershipCreateManyInput[] {
  return people.flatMap((person) => {
    const rows = [...squadRows(person), ...chapterRows(person), ...guildRows(person)];
    if (person.leadsTribe) {
      const { tribe, from } = person.leadsTribe;
      rows.push({ unit: tribe, unitKind: 'TRIBE', role: 'LEAD', from, source: 'ADMINISTRATOR' });
    }
    return rows.map((row) => recorded(calendar, person, row));
  });
}

function recorded(
  calendar: Calendar,
  { handle }: PersonSeed,
  { unit, unitKind, role, isPrimary = false, from, to, source, endReason }: Row,
): Prisma.MembershipCreateManyInput {
  // What has ended is the record that was written when it ended; what will end is written already.
  const writtenAgo = to === undefined || to < 0 ? from : to;
  return {
    id: idOf('membership', handle, unit, role, from),
    personId: personId(handle),
    unitId: unitId(unit),
    unitKind,
    role,
    isPrimary,
    validFrom: calendar.day(from),
    validTo: to === undefined ? null : calendar.day(to),
    endReason: endReason ?? null,
    source,
    recordedAt: calendar.at(writtenAgo, `${handle} ${unit}`),
    recordedById: source === 'SELF' ? personId(handle) : null,
  };
}

function squadRows(person: PersonSeed): Row[] {
  return person.squads.flatMap((stint, index) => {
    const next = person.squads[index + 1];
    const left = person.leftAt !== undefined && stint.to === person.leftAt;
    return promoted(stint, stint.leadFrom, {
      unit: stint.squad,
      unitKind: 'SQUAD',
      isPrimary: true,
      source: left ? 'DEPARTURE' : 'ADMINISTRATOR',
      endReason: left ? 'Left the company' : endOf(stint, next),
    });
  });
}

function endOf({ squad, to }: Stint, next: Stint | undefined): string | undefined {
  if (to === undefined) return undefined;
  if (splits.some((split) => split.from === squad && split.at === to)) {
    return 'The squad became two';
  }
  const name = squads.find(({ slug }) => slug === next?.squad)?.name;
  return name && `Moved to ${name}`;
}

function chapterRows(person: PersonSeed): Row[] {
  return chapterPlaces(person).flatMap(({ chapter, from, to }) =>
    promoted(
      { from, to },
      chapter === person.chapter ? person.leadsChapterFrom : undefined,
      {
        unit: chapter,
        unitKind: 'CHAPTER',
        source: person.leftAt !== undefined && to === person.leftAt ? 'DEPARTURE' : 'ADMINISTRATOR',
      },
      'CHAPTER_LEAD',
    ),
  );
}

/** People join guilds by their own hand; leading one is a role beside that. */
function guildRows(person: PersonSeed): Row[] {
  return person.guilds.flatMap(({ guild, from, to, leadFrom }) => {
    const left = person.leftAt !== undefined && to === person.leftAt;
    const unit = {
      unit: guild,
      unitKind: guilds.find(({ slug }) => slug === guild)?.guild
        ? ('SUBGUILD' as const)
        : ('GUILD' as const),
      to,
    };
    const member: Row = { ...unit, role: 'MEMBER', from, source: left ? 'DEPARTURE' : 'SELF' };
    if (leadFrom === undefined) return [member];
    return [member, { ...unit, role: 'LEAD', from: leadFrom, source: 'ADMINISTRATOR' }];
  });
}

/** A member until the day on which somebody came to lead, and its lead from then on. */
function promoted(
  { from, to }: Place,
  leadFrom: DaysAgo | undefined,
  row: Omit<Row, 'role' | 'from' | 'to'>,
  leading: MembershipRole = 'LEAD',
): Row[] {
  if (leadFrom === undefined) return [{ ...row, role: 'MEMBER', from, to }];
  const lead: Row = { ...row, role: leading, from: Math.min(leadFrom, from), to };
  if (leadFrom >= from) return [lead];
  return [{ ...row, role: 'MEMBER', from, to: leadFrom, endReason: 'Became its lead' }, lead];
}
