import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { mendLinksTo } from '../links/commands';
import { canEditPage } from '../policy';
import { findPageToChange } from '../revisions/queries';

/** Shows a draft to everybody, with all its revisions; links that waited for it lead there from now on. */
export async function publishPage(ctx: Context, pageId: string) {
  const page = await findPageToChange(ctx, pageId);
  if (!page) throw new NotFound();
  authorize(canEditPage(ctx.actor, page));
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  return transact(async (tx) => {
    const { count } = await tx.wikiPage.updateMany({
      where: { id: pageId, publishedAt: null, archivedAt: null },
      data: { publishedAt: ctx.now },
    });
    // Doing it twice is no error, and is told once.
    if (count === 1) {
      await mendLinksTo(tx, [page]);
      await recordEvent(tx, ctx, 'page.revised', { pageId });
      await announceNamed(tx, ctx, pageId);
      await recordAudit(tx, ctx, {
        action: 'page.published',
        subjectKind: 'page',
        subjectId: pageId,
        after: { spaceSlug: page.spaceSlug, path: page.path, title: page.title },
      });
    }
    return { ok: true, spaceSlug: page.spaceSlug, path: page.path } as const;
  });
}

/** People whom the draft named are told once there is something to read. */
async function announceNamed(tx: Transaction, ctx: Context, pageId: string) {
  const named = await tx.wikiMention.findMany({ where: { pageId }, select: { personId: true } });
  const personIds = named.flatMap(({ personId }) =>
    personId && personId !== ctx.actor.personId ? [personId] : [],
  );
  if (personIds.length > 0) await recordEvent(tx, ctx, 'page.mentioned', { pageId, personIds });
}
