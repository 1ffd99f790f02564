import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { GroupState } from '../charter';
import type { DeliverableState } from '../deliverable';
import type { DeliverableKind } from '../names';

/** A working group as other pages show it in passing. */
export type GroupCard = {
  slug: string;
  title: string;
  state: GroupState;
  deliverableCount: number;
  handedOverCount: number;
};

export type DeliverableCard = {
  /** Its group and its place in it: `feature-contracts/deliverables/2`. */
  place: string;
  title: string;
  kind: DeliverableKind;
  state: DeliverableState;
  version: string;
  ownerName: string | null;
  groupSlug: string;
  groupTitle: string;
};

/** Working groups by the names in their addresses, in no order. */
export function listGroupCards(_context: Context, slugs: string[]): Promise<GroupCard[]> {
  return db.$queryRaw<GroupCard[]>`
    SELECT u.slug, u.name AS title, g.state::text AS state, count(d.id)::int AS "deliverableCount",
           count(d.id) FILTER (WHERE d.state NOT IN ('DRAFT', 'REVIEW'))::int AS "handedOverCount"
      FROM "WorkingGroup" g
      JOIN "OrgUnit" u ON u.id = g."unitId"
      LEFT JOIN "Deliverable" d ON d."workingGroupId" = g.id
     WHERE u.slug = ANY (${slugs}::text[]) GROUP BY g.id, u.id`;
}

/** Deliverables by their group and their place in it (`feature-contracts/deliverables/2`), in no order. */
export function listDeliverableCards(
  _context: Context,
  places: string[],
): Promise<DeliverableCard[]> {
  return db.$queryRaw<DeliverableCard[]>`
    SELECT u.slug || '/deliverables/' || d.position AS place, d.title, d.kind::text AS kind,
           d.state::text AS state, d.version, owner.name AS "ownerName",
           u.slug AS "groupSlug", u.name AS "groupTitle"
      FROM "OrgUnit" u
      JOIN "WorkingGroup" g ON g."unitId" = u.id
      JOIN "Deliverable" d ON d."workingGroupId" = g.id
      LEFT JOIN "OrgUnit" owner ON owner.id = d."ownerSquadId"
     WHERE u.slug || '/deliverables/' || d.position = ANY (${places}::text[])
       AND u.slug = ANY (${places.map((place) => place.split('/')[0] ?? '')}::text[])`;
}
