import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { env } from '@/foundation/env';
import { authorize } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { storage } from '@/foundation/storage';
import { transact } from '@/foundation/transaction';
import { blobKey } from './keys';
import { FILE_REFUSALS, type FileRefusal, kindOfFile } from './kinds';
import { cleanFileName, fileHref, markdownFor } from './names';
import type { FilePlace } from './queries';
import { type SpooledFile, spool } from './spooling';

const MEGABYTE = 1024 * 1024;

/**
 * Takes a file in while it arrives and puts it with a page or a space. What it is, its content
 * says; a program, or a file that pretends, is refused with the reason.
 */
export async function addFile(
  ctx: Context,
  place: FilePlace,
  { name: written, bytes }: { name: string; bytes: Readable },
) {
  authorize(place.canAdd, 'Files are added by those who may edit the page they belong to.');
  const spooled = await spool(bytes, env.UPLOAD_MEGABYTES_MAX * MEGABYTE);
  const name = cleanFileName(written);
  if (!spooled) return refused(name, 'too-large');
  try {
    if (spooled.size === 0) return refused(name, 'empty');
    const kind = kindOfFile(name, spooled.head, await fileTypeFromBuffer(spooled.head));
    if (!kind.ok) return refused(name, kind.reason);
    await storeBytes(spooled);
    const file = { id: randomUUID() as string, name, type: kind.type };
    await transact(async (tx) => {
      await keepBytes(tx, spooled);
      await recordFile(tx, ctx, place, { ...file, ...spooled });
    });
    return { ok: true, file, markdown: markdownFor(file), href: fileHref(file) } as const;
  } finally {
    await spooled.discard();
  }
}

const refused = (name: string, reason: FileRefusal) =>
  ({ ok: false, reason, message: `“${name}”: ${FILE_REFUSALS[reason]}` }) as const;

type RecordedFile = { id: string; name: string; type: string; size: number; sha256: string };

async function recordFile(tx: Transaction, ctx: Context, place: FilePlace, file: RecordedFile) {
  const { id, name, type, size, sha256 } = file;
  await tx.attachment.create({
    data: {
      id,
      name,
      type,
      size,
      sha256,
      spaceId: place.spaceId,
      pageId: place.page?.id ?? null,
      uploaderId: ctx.actor.personId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  if (!place.page?.isDraft) await recordEvent(tx, ctx, 'file.added', { fileId: id });
  await recordAudit(tx, ctx, {
    action: 'file.added',
    subjectKind: place.page ? 'page' : 'space',
    subjectId: place.page?.id ?? place.spaceId,
    after: place.page?.isDraft ? { type, size } : { name, type, size },
  });
}

/** Puts bytes into the store, unless it has this content already. */
export async function storeBytes({ sha256, size, read }: SpooledFile): Promise<void> {
  const store = await storage();
  const found = await store.stat(blobKey(sha256));
  if (found?.size !== size) await store.put(blobKey(sha256), read(), size);
}

/** Makes sure, up to the end of the transaction, that the clean-up does not take these bytes away. */
export async function keepBytes(tx: Transaction, spooled: SpooledFile): Promise<void> {
  await lockContent(tx, spooled.sha256);
  await storeBytes(spooled);
}

export async function lockContent(tx: Transaction, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`;
}
