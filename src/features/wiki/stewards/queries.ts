import 'server-only';
import type { Transaction } from '@/foundation/db';

/** People who work here and could look after a page; null when one of the handles is nobody's. */
export async function findStewardIds(
  client: Transaction,
  handles: readonly string[],
): Promise<string[] | null> {
  if (handles.length === 0) return [];
  const people = await client.person.findMany({
    where: { handle: { in: [...handles] }, deactivatedAt: null },
    select: { id: true, handle: true },
  });
  const idOf = new Map(people.map(({ handle, id }) => [handle, id]));
  const ids = handles.flatMap((handle) => idOf.get(handle) ?? []);
  return ids.length === handles.length ? ids : null;
}
