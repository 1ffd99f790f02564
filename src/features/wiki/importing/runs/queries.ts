import 'server-only';
import type { Actor, Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, pageOf } from '@/foundation/pagination';
import { canImportInto } from '../../policy';
import type { ImportReport } from '../report';

const LISTED = 30;

/** Spaces into which the actor may import, for a choice. */
export async function listSpacesToFill({ actor }: Context) {
  const spaces = await db.wikiSpace.findMany({
    orderBy: { name: 'asc' },
    select: { slug: true, name: true, ownerUnitId: true },
  });
  return spaces.filter((space) => canImportInto(actor, space));
}

const SHAPE = {
  id: true,
  fileName: true,
  format: true,
  kind: true,
  state: true,
  report: true,
  failure: true,
  sentAt: true,
  changedAt: true,
  sentBy: { select: { name: true } },
  space: { select: { slug: true, name: true, ownerUnitId: true } },
} as const;

/** What was sent so far, newest first: of the spaces for which the actor answers. */
export async function listImports({ actor }: Context, after?: string) {
  const cursor = decodeCursor(after, 1);
  const rows = await db.wikiImport.findMany({
    where: visibleTo(actor),
    orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
    take: LISTED + 1,
    ...(cursor && { cursor: { id: cursor[0] }, skip: 1 }),
    select: { ...SHAPE, report: false },
  });
  return pageOf(rows, LISTED, ({ id }) => encodeCursor([id]));
}

/** One import with its report; null when there is none, or it is none of the actor's business. */
export async function getImport({ actor }: Context, id: string) {
  const run = await db.wikiImport.findUnique({ where: { id }, select: SHAPE });
  if (!run || !canImportInto(actor, run.space)) return null;
  return { ...run, report: run.report as ImportReport | null };
}

function visibleTo(actor: Actor) {
  if (actor.isAdministrator) return {};
  const led = actor.memberships.map(({ unitId }) => unitId);
  const owners = led.filter((ownerUnitId) => canImportInto(actor, { ownerUnitId }));
  return { space: { ownerUnitId: { in: owners } } };
}
