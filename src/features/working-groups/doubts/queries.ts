import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { workingGroupEvents } from '../events';

type Fact = { name: string; payload: unknown };

/** A tool, guideline or reference implementation on which others may rely, and that is deprecated now. */
export type DeprecatedDeliverable = {
  kind: 'DELIVERABLE_DEPRECATED';
  /** The same for the same happening, however often it is told. */
  cause: string;
  title: string;
  address: string;
};

/** Those of the deliverables that facts tell of which are deprecated. */
export async function listDeprecatedDeliverables(
  _ctx: Context,
  facts: readonly Fact[],
): Promise<DeprecatedDeliverable[]> {
  const ids = facts.flatMap(({ name, payload }) => {
    const parsed =
      name === 'deliverable.moved' ? workingGroupEvents[name].safeParse(payload) : null;
    return parsed?.success && parsed.data.to === 'DEPRECATED' ? [parsed.data.deliverableId] : [];
  });
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string; title: string; address: string }[]>`
    SELECT d.id, d.title, '/working-groups/' || u.slug || '/deliverables/' || d.position AS address
      FROM "Deliverable" d
      JOIN "WorkingGroup" g ON g.id = d."workingGroupId"
      JOIN "OrgUnit" u ON u.id = g."unitId"
     WHERE d.id = ANY (${[...new Set(ids)]}::text[]) AND d.state = 'DEPRECATED'`;
  return rows.map(({ id, title, address }) => ({
    kind: 'DELIVERABLE_DEPRECATED',
    cause: `deliverable:${id}:deprecated`,
    title,
    address,
  }));
}
