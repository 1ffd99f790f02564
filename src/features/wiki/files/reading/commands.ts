import 'server-only';
import { addAbortSignal } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { log } from '@/foundation/log';
import { transact } from '@/foundation/transaction';
import { openFile } from '../queries';
import { textOfNotebook } from './notebook-text';
import { readPdf } from './pdf';
import { READ_BYTES_MAX, READ_CHARACTERS_MAX, READ_TYPES, type Reading, storable } from './reading';

const PDF_MILLISECONDS = 20_000;
const FETCH_MILLISECONDS = 60_000;
/** Whoever has been at a file for so long was stopped. */
const LOST_AFTER_MILLISECONDS = 600_000;

type File = { id: string; type: string; size: number; sha256: string };

/**
 * Reads one file that nobody has read. It is marked before it is opened, so that a file on which the
 * whole process dies is tried twice and not for ever, and two nodes never read the same.
 * @returns whether there was one
 */
export async function readNextFile(
  ctx: Context,
  { pdfMilliseconds = PDF_MILLISECONDS } = {},
): Promise<boolean> {
  authorize(ctx.actor.isSystem);
  const file = (await takeUnread(ctx)) ?? (await takeLost(ctx));
  if (!file) return false;
  const bytes = await fetchBytes(ctx, file);
  const reading = await read(file, bytes, pdfMilliseconds);
  const kept = { text: storable(reading.text ?? ''), refusal: reading.refusal ?? null };
  await transact(async (tx) => {
    const { count } = await tx.attachmentText.updateMany({
      where: { attachmentId: file.id },
      data: { ...kept, readAt: ctx.now },
    });
    if (count > 0) await recordEvent(tx, ctx, 'file.read', { fileId: file.id });
  });
  return true;
}

async function takeUnread({ now }: Context): Promise<File | undefined> {
  const [file] = await db.$queryRaw<File[]>`
    WITH taken AS (
      INSERT INTO "AttachmentText" ("attachmentId", refusal, "readAt")
      SELECT a.id, 'reading', ${now} FROM "Attachment" a
       WHERE a.type = ANY (${[...READ_TYPES]}::text[])
         AND NOT EXISTS (SELECT 1 FROM "AttachmentText" t WHERE t."attachmentId" = a.id)
       ORDER BY a."createdAt" DESC, a.id LIMIT 1
      ON CONFLICT DO NOTHING RETURNING "attachmentId")
    SELECT a.id, a.type, a.size, a.sha256 FROM taken JOIN "Attachment" a ON a.id = taken."attachmentId"`;
  return file;
}

async function takeLost({ now }: Context): Promise<File | undefined> {
  const before = new Date(now.getTime() - LOST_AFTER_MILLISECONDS);
  const [file] = await db.$queryRaw<File[]>`
    UPDATE "AttachmentText" t SET refusal = 'reading-again', "readAt" = ${now}
      FROM "Attachment" a
     WHERE a.id = t."attachmentId" AND t."attachmentId" = (
       SELECT "attachmentId" FROM "AttachmentText" WHERE refusal = 'reading' AND "readAt" < ${before}
        LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING a.id, a.type, a.size, a.sha256`;
  return file;
}

type Bytes = Buffer | 'too-large' | 'lost';

/** While the store does not answer, the file counts as never opened, and is tried again later. */
async function fetchBytes(ctx: Context, file: File): Promise<Bytes> {
  if (file.size > READ_BYTES_MAX) return 'too-large';
  try {
    const stream = await openFile(ctx, file);
    if (!stream) return 'lost';
    return await buffer(addAbortSignal(AbortSignal.timeout(FETCH_MILLISECONDS), stream));
  } catch (error) {
    await db.attachmentText.deleteMany({ where: { attachmentId: file.id } });
    throw error;
  }
}

async function read(file: File, bytes: Bytes, milliseconds: number): Promise<Reading> {
  if (typeof bytes === 'string') return { refusal: bytes };
  try {
    if (file.type === 'application/pdf') {
      const limits = { milliseconds, charactersMost: READ_CHARACTERS_MAX };
      return await readPdf(new Uint8Array(bytes), limits);
    }
    const written = bytes.toString('utf8');
    if (file.type !== 'application/x-ipynb+json') return { text: written };
    const text = textOfNotebook(written);
    return text === null ? { refusal: 'broken' } : { text };
  } catch (error) {
    log.warn({ err: error, file: file.id }, 'a file could not be read for search');
    return { refusal: 'broken' };
  }
}
