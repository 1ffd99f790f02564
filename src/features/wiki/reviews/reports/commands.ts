import 'server-only';
import { type Context, systemContext } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canReport } from '../policy';
import type { Report } from '../schema';

/** "Did not work for me": once a reader and page; saying it again says it anew. */
export async function reportPage(ctx: Context, { pageId, word, isSigned }: Report) {
  const readerId = reader(ctx);
  const page = await findPage(pageId);
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  return transact(async (tx) => {
    const said = { word, isSigned, reportedAt: ctx.now, withdrawnAt: null };
    await tx.readerReport.upsert({
      where: { pageId_readerId: { pageId, readerId } },
      create: { pageId, readerId, ...said },
      update: said,
    });
    await recordReported(tx, ctx, pageId);
    return { ok: true, spaceSlug: page.space.slug, path: page.path } as const;
  });
}

/** Takes one's own report back. */
export async function withdrawReport(ctx: Context, pageId: string) {
  const readerId = reader(ctx);
  const page = await findPage(pageId);
  return transact(async (tx) => {
    const { count } = await tx.readerReport.updateMany({
      where: { pageId, readerId, withdrawnAt: null },
      data: { withdrawnAt: ctx.now, word: '' },
    });
    if (count > 0) await recordReported(tx, ctx, pageId);
    return { ok: true, spaceSlug: page.space.slug, path: page.path } as const;
  });
}

function reader({ actor }: Context): string {
  authorize(canReport(actor));
  return actor.personId as string;
}

async function findPage(id: string) {
  const page = await db.wikiPage.findFirst({
    where: { id, publishedAt: { not: null } },
    select: { path: true, archivedAt: true, space: { select: { slug: true } } },
  });
  if (!page) throw new NotFound();
  return page;
}

// A fact keeps who acted; whoever reports is not to be found there.
const recordReported = (tx: Transaction, { now }: Context, pageId: string) =>
  recordEvent(tx, systemContext(now), 'page.reported', { pageId });
