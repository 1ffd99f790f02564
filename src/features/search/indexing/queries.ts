import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { canRebuildIndex } from '../policy';
import type { SubjectKind } from '../subject-kinds';
import { lookOf } from './subjects';

/** How the index shows some subjects of a kind, by their ids; those that it does not hold are left out. */
export async function listLooks(
  { actor }: Context,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<Map<string, string>> {
  authorize(canRebuildIndex(actor));
  const entries = await db.searchEntry.findMany({
    where: { kind, subjectId: { in: [...ids] } },
    select: { subjectId: true, title: true, subtitle: true, address: true, unitId: true },
  });
  return new Map(entries.map((entry) => [entry.subjectId, lookOf(entry)]));
}
