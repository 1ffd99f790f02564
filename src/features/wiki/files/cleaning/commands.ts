import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { env } from '@/foundation/env';
import { authorize, databaseFault } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { storage } from '@/foundation/storage';
import { lockContent } from '../commands';
import { blobKey } from '../keys';

const DAY_MILLISECONDS = 86_400_000;
const AT_ONCE = 500;

/** A text names a file by its address, which holds its id. */
const IS_NAMED_NOWHERE = Prisma.sql`
  NOT EXISTS (SELECT 1 FROM "AttachmentReference" r WHERE r."attachmentId" = a.id)
  AND NOT EXISTS (SELECT 1 FROM "PageProposal" o WHERE o.state = 'OPEN' AND strpos(lower(o.markdown), a.id) > 0)
  AND NOT EXISTS (SELECT 1 FROM "PageComment" c WHERE c."deletedAt" IS NULL AND strpos(lower(c.body), a.id) > 0)
  AND NOT EXISTS (SELECT 1 FROM "WikiLiveText" l WHERE strpos(lower(l.markdown), a.id) > 0)`;

/**
 * Takes away files that no revision has ever shown and that were added long ago, such as those of
 * a text that was never saved. What any revision shows, however old, stays, and so does what an
 * open proposal, a comment or a text that is being written names.
 */
export async function removeUnusedFiles(ctx: Context): Promise<{ count: number }> {
  authorize(ctx.actor.isSystem || ctx.actor.isAdministrator);
  const before = new Date(ctx.now.getTime() - env.UNUSED_FILE_DAYS * DAY_MILLISECONDS);
  const unused = await db.$queryRaw<{ id: string; sha256: string }[]>`
    SELECT a.id, a.sha256 FROM "Attachment" a
     WHERE a."createdAt" < ${before} AND ${IS_NAMED_NOWHERE} ORDER BY a.id LIMIT ${AT_ONCE}`;
  let count = 0;
  for (const file of unused) if (await remove(ctx, file).catch(unlessShownMeanwhile)) count++;
  return { count };
}

async function remove(ctx: Context, { id, sha256 }: { id: string; sha256: string }) {
  const store = await storage();
  return db.$transaction(
    async (tx) => {
      await lockContent(tx, sha256);
      const deleted = await tx.$executeRaw`
        DELETE FROM "Attachment" a WHERE a.id = ${id} AND ${IS_NAMED_NOWHERE}`;
      if (deleted === 0) return false;
      await recordEvent(tx, ctx, 'file.removed', { fileId: id });
      if ((await tx.attachment.count({ where: { sha256 } })) === 0)
        await store.delete(blobKey(sha256));
      return true;
    },
    { timeout: 30_000 },
  );
}

/** Somebody saved a revision with it at this very moment: the database keeps it, and so do we. */
function unlessShownMeanwhile(error: unknown): false {
  const code = databaseFault(error)?.code;
  if (code === '23503' || code === '23001') return false;
  throw error;
}
