import 'server-only';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';

/** Entrusts a page to these people; who keeps it already, keeps it since when they did. */
export async function entrustTo(
  tx: Transaction,
  { now }: Context,
  pageId: string,
  stewardIds: readonly string[],
): Promise<void> {
  await tx.wikiSteward.deleteMany({ where: { pageId, personId: { notIn: [...stewardIds] } } });
  await tx.wikiSteward.createMany({
    data: stewardIds.map((personId) => ({ pageId, personId, since: now })),
    skipDuplicates: true,
  });
}
