import 'server-only';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { recordEvent } from '@/foundation/events';
import type { Mention } from '../rendering/mentions';

/** Tells of people whom a page names and its text before did not, so that they can be told. */
export async function announceMentions(
  tx: Transaction,
  ctx: Context,
  pageId: string,
  mentions: readonly Mention[],
): Promise<void> {
  const people = mentions.filter(({ kind, id }) => kind === 'person' && id !== ctx.actor.personId);
  if (people.length === 0) return;
  const before = await tx.wikiMention.findMany({ where: { pageId }, select: { personId: true } });
  const known = new Set(before.map(({ personId }) => personId));
  const personIds = people.map(({ id }) => id).filter((id) => !known.has(id));
  if (personIds.length > 0) await recordEvent(tx, ctx, 'page.mentioned', { pageId, personIds });
}
