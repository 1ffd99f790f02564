import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import {
  type CharterFacts,
  conditionsFor,
  type GroupState,
  hasEnded,
  nextStates,
  remarksOn,
} from '../charter';
import type { Condition } from '../closing';
import { type DeliverableView, listDeliverables } from '../deliverables/queries';
import { canMoveDeliverable, canRunGroup, type GroupFacts } from '../policy';
import { listSeats, type SeatView } from '../seats/queries';
import { type Progress, progressOn } from '../weeks';

export type GroupRow = {
  id: string;
  unitId: string;
  slug: string;
  name: string;
  question: string;
  charter: string;
  exitTest: string;
  state: GroupState;
  startsOn: Date;
  plannedEndOn: Date;
  extendedTo: Date | null;
  extendedOn: Date | null;
  extensionReason: string | null;
  endedOn: Date | null;
  endReason: string | null;
  sponsorId: string | null;
  sponsorName: string | null;
  sponsorHandle: string | null;
  parentSlug: string | null;
  parentName: string | null;
  parentKind: UnitKind | null;
};

export type HistoryLine = {
  id: bigint;
  at: Date;
  action: string;
  actorName: string;
  from: GroupState | null;
  to: GroupState | null;
  reason: string | null;
};

export type GroupView = GroupRow & {
  progress: Progress;
  seats: SeatView[];
  deliverables: (DeliverableView & { canMove: boolean })[];
  checkpoints: { week: number; heldOn: Date; note: string }[];
  history: HistoryLine[];
  remarks: string[];
  moves: { to: GroupState; conditions: Condition[]; isPossible: boolean }[];
  hasEnded: boolean;
  canRun: boolean;
};

/** A group with everything its page shows, in six statements however large it is. */
export async function getGroup(context: Context, slug: string): Promise<GroupView | null> {
  const today = dayOf(context.now);
  const [row] = await db.$queryRaw<GroupRow[]>`
    SELECT w.id, w."unitId", u.slug, u.name, w.question, w.charter, w."exitTest",
           w.state::text AS state, w."startsOn", w."plannedEndOn", w."extendedTo", w."extendedOn",
           w."extensionReason", w."endedOn", w."endReason",
           s.id AS "sponsorId", s.name AS "sponsorName", s.handle AS "sponsorHandle",
           parent.slug AS "parentSlug", parent.name AS "parentName", parent.kind AS "parentKind"
      FROM "WorkingGroup" w
      JOIN "OrgUnit" u ON u.id = w."unitId"
      LEFT JOIN "Person" s ON s.id = w."sponsorId"
      LEFT JOIN LATERAL (
        SELECT p.slug, p.name, p.kind::text AS kind FROM "UnitParent" up JOIN "OrgUnit" p ON p.id = up."parentId"
         WHERE up."unitId" = u.id AND up."supersededAt" IS NULL ORDER BY up."validFrom" DESC LIMIT 1
      ) parent ON true
     WHERE u.slug = ${slug}`;
  if (!row) return null;
  const seats = await listSeats(db, row.id);
  const deliverables = await listDeliverables(db, row.id, today);
  const checkpoints = await db.checkpoint.findMany({
    where: { workingGroupId: row.id },
    select: { week: true, heldOn: true, note: true },
    orderBy: { week: 'asc' },
  });
  const facts = charterFacts(row, seats, deliverables, today);
  const people = groupFacts(row, seats);
  const groupHasEnded = hasEnded(row.state);
  return {
    ...row,
    progress: progressOn(row, today),
    seats,
    deliverables: deliverables.map((deliverable) => ({
      ...deliverable,
      canMove: canMoveDeliverable(context.actor, people, {
        ownerSquadId: deliverable.ownerSquadId,
        groupHasEnded,
      }),
    })),
    checkpoints,
    history: await listHistory(row.id),
    remarks: groupHasEnded ? [] : remarksOn(facts),
    moves: nextStates(row.state).map((to) => {
      const conditions = conditionsFor(to, facts);
      return { to, conditions, isPossible: conditions.every(({ isMet }) => isMet) };
    }),
    hasEnded: groupHasEnded,
    canRun: canRunGroup(context.actor, people),
  };
}

/** Who a group's policy asks about: its present leads and its sponsor. */
export function groupFacts(
  { sponsorId }: { sponsorId: string | null },
  seats: readonly SeatView[],
): GroupFacts {
  const leads = seats.filter(({ isLead, leftOn }) => isLead && leftOn === null);
  return { sponsorId, leadIds: leads.map(({ personId }) => personId) };
}

type Chartered = Pick<
  GroupRow,
  'state' | 'question' | 'charter' | 'exitTest' | 'sponsorId' | 'startsOn'
>;

export function charterFacts(
  group: Chartered,
  seats: readonly SeatView[],
  deliverables: readonly DeliverableView[],
  today: Date,
): CharterFacts {
  const present = seats.filter(({ leftOn }) => leftOn === null);
  return {
    ...group,
    hasSponsor: group.sponsorId !== null,
    hasLead: present.some(({ isLead }) => isLead),
    squadCount: new Set(present.map(({ squadSlug }) => squadSlug)).size,
    withoutAgreement: present.filter((seat) => !seat.managerAgreed).map(({ name }) => name),
    hasBegun: group.startsOn <= today,
    deliverables,
  };
}

async function listHistory(groupId: string): Promise<HistoryLine[]> {
  return db.$queryRaw<HistoryLine[]>`
    SELECT id, at, action, "actorName", before ->> 'state' AS "from", after ->> 'state' AS "to", reason
      FROM "AuditEntry"
     WHERE "subjectKind" = 'working-group' AND "subjectId" = ${groupId}
       AND action IN ('working-group.proposed', 'working-group.moved', 'working-group.extended')
     ORDER BY at, id LIMIT 50`;
}
