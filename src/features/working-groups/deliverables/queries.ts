import 'server-only';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import type { ClosingDeliverable } from '../closing';
import type { DeliverableState } from '../deliverable';
import type { DeliverableKind } from '../names';

export type DeliverableStep = {
  id: string;
  from: DeliverableState | null;
  to: DeliverableState;
  occurredOn: Date;
  recordedBy: string | null;
  note: string;
};

export type DeliverableView = ClosingDeliverable & {
  id: string;
  position: number;
  kind: DeliverableKind;
  description: string;
  version: string;
  url: string | null;
  dueOn: Date;
  ownerSquadId: string | null;
  ownerSquadSlug: string | null;
  /** The day of its last change of state; null when none is recorded. */
  since: Date | null;
  steps: DeliverableStep[];
};

type Row = Omit<DeliverableView, 'owner' | 'steps' | 'since'> & {
  ownerName: string | null;
  ownerExists: boolean;
};
type StepRow = DeliverableStep & { deliverableId: string };

/** What a group hands over, in its order, each with every step it took. */
export async function listDeliverables(
  client: Pick<Transaction, '$queryRaw'>,
  groupId: string,
  today: Date,
): Promise<DeliverableView[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT d.id, d.position, d.kind::text AS kind, d.title, d.description, d.state::text AS state,
           d.version, d.url, d."dueOn", d."ownerSquadId", u.slug AS "ownerSquadSlug",
           u.name AS "ownerName",
           COALESCE(u."validTo" IS NULL OR ${today}::date < u."validTo", false) AS "ownerExists"
      FROM "Deliverable" d LEFT JOIN "OrgUnit" u ON u.id = d."ownerSquadId"
     WHERE d."workingGroupId" = ${groupId} ORDER BY d.position`;
  const steps = await client.$queryRaw<StepRow[]>`
    SELECT e.id, e."deliverableId", e."fromState"::text AS "from", e."toState"::text AS "to",
           e."occurredOn", p.name AS "recordedBy", e.note
      FROM "DeliverableEvent" e
      JOIN "Deliverable" d ON d.id = e."deliverableId"
      LEFT JOIN "Person" p ON p.id = e."recordedById"
     WHERE d."workingGroupId" = ${groupId} ORDER BY e."occurredOn", e."recordedAt", e.id`;
  return rows.map(({ ownerName, ownerExists, ...row }) => {
    const own = steps.filter(({ deliverableId }) => deliverableId === row.id);
    return {
      ...row,
      owner: ownerName === null ? null : { name: ownerName, exists: ownerExists },
      steps: own,
      since: own.at(-1)?.occurredOn ?? null,
    };
  });
}

/**
 * Deliverables for the search index.
 * @param groupIds the working groups they belong to; null for all
 */
export async function listDeliverablesForSearch(
  _context: Context,
  groupIds: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  return db.$queryRaw<SearchSubject[]>`
    SELECT d.id AS "subjectId", d."workingGroupId" AS "partOf", d.title,
           concat_ws(' · ', initcap(replace(d.kind::text, '_', ' ')), u.name) AS subtitle,
           d.description AS body, '/working-groups/' || u.slug || '/deliverables/' || d.id AS address,
           coalesce(d."ownerSquadId", w."unitId") AS "unitId", d.state = 'DEPRECATED' AS "isObsolete",
           GREATEST(w."createdAt", (SELECT max(e."recordedAt") FROM "DeliverableEvent" e
             WHERE e."deliverableId" = d.id)) AS "changedAt"
      FROM "Deliverable" d
      JOIN "WorkingGroup" w ON w.id = d."workingGroupId"
      JOIN "OrgUnit" u ON u.id = w."unitId"
     WHERE (${groupIds}::text[] IS NULL OR d."workingGroupId" = ANY (${groupIds}::text[]))
       AND (${after}::text IS NULL OR d.id > ${after})
     ORDER BY d.id LIMIT ${groupIds ? null : SEARCH_BATCH}`;
}
