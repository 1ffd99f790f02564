import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { env } from '@/foundation/env';
import { authorize } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import { storage } from '@/foundation/storage';
import { batchesOf } from '../../storing/commands';
import { lockContent } from '../commands';
import { blobKey } from '../keys';

const DAY_MILLISECONDS = 86_400_000;
const A_DAY_MAX = 10_000;
const TOGETHER = 100;

type UnusedFile = { id: string; sha256: string };

/**
 * The files `a` that nothing shows. Which ones revisions show is on record; other texts are gone
 * through once, for the ids that they hold, however many files there are.
 */
const UNUSED = Prisma.sql`
  WITH spoken AS (
    SELECT markdown AS text FROM "PageProposal" WHERE state = 'OPEN'
    UNION ALL SELECT body FROM "PageComment" WHERE "deletedAt" IS NULL
    UNION ALL SELECT markdown FROM "WikiLiveText"
    UNION ALL SELECT markdown FROM "PageTemplate"),
  named AS MATERIALIZED (
    SELECT DISTINCT (regexp_matches(lower(text), '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'))[1] AS id
      FROM spoken WHERE text ILIKE '%/files/%'),
  unused AS (
    SELECT a.id, a.sha256, a."createdAt" FROM "Attachment" a
     WHERE NOT EXISTS (SELECT 1 FROM "AttachmentReference" r WHERE r."attachmentId" = a.id)
       AND NOT EXISTS (SELECT 1 FROM named WHERE named.id = a.id))`;

/**
 * Takes away files that no revision has ever shown and that were added long ago, such as those of
 * a text that was never saved. What any revision shows, however old, stays, and so does what an
 * open proposal, a comment, a template or a text that is being written names.
 */
export async function removeUnusedFiles(ctx: Context): Promise<{ count: number }> {
  authorize(ctx.actor.isSystem || ctx.actor.isAdministrator);
  const before = new Date(ctx.now.getTime() - env.UNUSED_FILE_DAYS * DAY_MILLISECONDS);
  const unused = await db.$queryRaw<UnusedFile[]>`
    ${UNUSED} SELECT id, sha256 FROM unused WHERE "createdAt" < ${before} ORDER BY id LIMIT ${A_DAY_MAX}`;
  let count = 0;
  for (const files of batchesOf(unused, TOGETHER)) count += await remove(ctx, files);
  return { count };
}

async function remove(ctx: Context, files: readonly UnusedFile[]): Promise<number> {
  const store = await storage();
  return db.$transaction(
    async (tx) => {
      // Always in one order; whoever adds a file holds the lock of one content only.
      const contents = [...new Set(files.map(({ sha256 }) => sha256))].toSorted();
      for (const sha256 of contents) await lockContent(tx, sha256);
      const ids = await deleteUnused(tx, files);
      await recordEvents(
        tx,
        ctx,
        ids.map((fileId) => ({ name: 'file.removed', payload: { fileId } })),
      );
      const shared = await tx.attachment.findMany({
        where: { sha256: { in: contents } },
        select: { sha256: true },
      });
      const left = new Set(shared.map(({ sha256 }) => sha256));
      for (const sha256 of contents) if (!left.has(sha256)) await store.delete(blobKey(sha256));
      return ids.length;
    },
    { timeout: 60_000 },
  );
}

/** Those of the files that are still unused when nobody can begin to show them any more. */
async function deleteUnused(tx: Transaction, files: readonly UnusedFile[]): Promise<string[]> {
  const ids = files.map(({ id }) => id);
  await tx.$queryRaw`SELECT id FROM "Attachment" WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE`;
  const deleted = await tx.$queryRaw<{ id: string }[]>`
    ${UNUSED} DELETE FROM "Attachment" d USING unused
      WHERE d.id = ANY (${ids}) AND d.id = unused.id RETURNING d.id`;
  return deleted.map(({ id }) => id);
}
