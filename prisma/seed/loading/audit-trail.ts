import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import type { Prisma } from '@/foundation/prisma-client/client';
import { chapters, guilds, squads, tribes } from '../organisation';
import { people } from '../people';
import { company } from '../world';
import type { Calendar } from './calendar';
import { membershipRows } from './memberships';
import { personId, unitId } from './organisation';
import { personNamed } from './roster';

type Membership = Prisma.MembershipCreateManyInput & { validFrom: Date; validTo: Date | null };

const ADMINISTRATOR = 'isaura-lemos';
const handles = new Map(people.map(({ handle }) => [personId(handle), handle]));
const unitNames = new Map(
  [...tribes, ...squads, ...chapters, ...guilds].map(({ slug, name }) => [unitId(slug), name]),
);

/** Who recorded the moves of these eighteen months, when, before and after. */
export async function loadAuditTrail(tx: Transaction, calendar: Calendar): Promise<void> {
  const since = calendar.day(company.historyDays);
  const entries = (membershipRows(calendar) as Membership[])
    .flatMap((row) => entriesOf(row, calendar))
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => +a.at - +b.at || a.subjectId.localeCompare(b.subjectId));
  await tx.auditEntry.createMany({ data: entries });
}

function entriesOf(row: Membership, calendar: Calendar) {
  const actor = personNamed(
    row.source === 'SELF' ? (handles.get(row.personId) ?? '') : ADMINISTRATOR,
  );
  const told = {
    actorId: personId(actor.handle),
    actorName: actor.name,
    subjectKind: 'person',
    subjectId: row.personId,
  };
  const open = factsOf({ ...row, validTo: null });
  const opened = {
    ...told,
    action: 'membership.opened',
    after: open,
    at: said(calendar, row, row.validFrom),
  };
  if (!row.validTo) return [opened];
  const ended = {
    ...told,
    action: 'membership.ended',
    before: open,
    after: factsOf(row),
    reason: row.endReason ?? null,
    at: said(calendar, row, row.validTo),
  };
  return [opened, ended];
}

/** What begins or ends on a day that lies ahead was recorded on the last working day. */
function said(calendar: Calendar, { id }: Membership, day: Date): Date {
  return day > calendar.today
    ? calendar.at(1, `${id}`)
    : calendar.instant(day, `${id} ${formatDay(day)}`);
}

function factsOf(row: Membership) {
  const { id, role, isPrimary, validFrom, validTo } = row;
  return {
    membershipId: id ?? null,
    unitId: row.unitId,
    unit: unitNames.get(row.unitId) ?? '',
    role: role ?? 'MEMBER',
    homeSquad: isPrimary ?? false,
    from: formatDay(validFrom),
    to: validTo && formatDay(validTo),
  };
}
