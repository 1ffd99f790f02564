import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Context } from '@/foundation/context';
import { db, type Prisma } from '@/foundation/db';
import { authorize, Conflict, NotFound } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { storage } from '@/foundation/storage';
import { spool } from '../../files/spooling';
import { canImportInto } from '../../policy';
import type { PageKind } from '../../schema';
import { importFolder } from '../commands';
import { ARCHIVE_MEGABYTES_MAX, type ImportFormat } from '../formats';
import { readSource } from '../reading/source';
import { openZip, RefusedArchive } from '../reading/zip';
import type { ImportReport } from '../report';

const MEGABYTE = 1024 * 1024;
/** After so long without a word, whoever compared or applied has died. */
const FORGOTTEN_MILLISECONDS = 600_000;

const keyOf = (id: string) => `imports/${id}`;

export type SentArchive = {
  spaceSlug: string;
  format: ImportFormat;
  kind: PageKind;
  name: string;
  bytes: Readable;
};

/** Keeps an archive that somebody sent, to be compared and then applied. */
export async function receiveImport(ctx: Context, sent: SentArchive) {
  const space = await db.wikiSpace.findUnique({
    where: { slug: sent.spaceSlug },
    select: { id: true, ownerUnitId: true },
  });
  if (!space) throw new NotFound();
  authorize(
    canImportInto(ctx.actor, space),
    'Pages are imported by an administrator, or by a lead of those who own the space.',
  );
  const spooled = await spool(sent.bytes, ARCHIVE_MEGABYTES_MAX * MEGABYTE);
  if (!spooled) return { ok: false, reason: 'too-large' } as const;
  const id = randomUUID() as string;
  try {
    await (await storage()).put(keyOf(id), spooled.read(), spooled.size);
  } finally {
    await spooled.discard();
  }
  await db.wikiImport.create({
    data: {
      id,
      spaceId: space.id,
      fileName: sent.name,
      format: sent.format,
      kind: sent.kind,
      state: 'comparing',
      sentById: ctx.actor.personId,
      sentAt: ctx.now,
      changedAt: ctx.now,
    },
    select: { id: true },
  });
  return { ok: true, id } as const;
}

/** Works out what an archive would do; nothing of the wiki changes. */
export async function compareImport(ctx: Context, id: string): Promise<void> {
  await work(ctx, id, { apply: false });
}

/** Claims an import for comparing again or for applying; a second hand is turned away. */
export async function startImport(ctx: Context, id: string, next: 'comparing' | 'applying') {
  const run = await findRun(ctx, id);
  const from = next === 'applying' ? ['compared'] : ['compared', 'failed'];
  const forgotten = new Date(ctx.now.getTime() - FORGOTTEN_MILLISECONDS);
  const { count } = await db.wikiImport.updateMany({
    where: {
      id: run.id,
      OR: [
        { state: { in: from } },
        { state: { in: ['comparing', 'applying'] }, changedAt: { lt: forgotten } },
      ],
    },
    data: { state: next, failure: null, changedAt: ctx.now },
  });
  if (count === 0) throw new Conflict('This was started already. Reload to see how far it is.');
}

/**
 * Does what was shown. If the wiki or its people changed meanwhile so that it would do something
 * else, nothing is stored, and the new comparison is shown instead.
 */
export async function applyImport(ctx: Context, id: string): Promise<void> {
  await work(ctx, id, { apply: true });
}

async function work(ctx: Context, id: string, { apply }: { apply: boolean }): Promise<void> {
  const run = await findRun(ctx, id);
  try {
    const report = await withArchive(id, async (archive) => {
      const folder = await readSource(archive, run.format as ImportFormat);
      const options = { spaceSlug: run.space.slug, folder, kind: run.kind };
      const compared = await importFolder(ctx, { ...options, apply: false });
      if (!compared.ok) throw new RefusedArchive('The space is gone.');
      if (!apply) return compared.report;
      if (!isSame(compared.report, run.report as ImportReport | null)) {
        await settle(ctx, id, 'compared', compared.report, CHANGED);
        return null;
      }
      const imported = await importFolder(ctx, { ...options, apply: true });
      if (!imported.ok) throw new RefusedArchive(CHANGED);
      return imported.report;
    });
    if (report) await settle(ctx, id, apply ? 'applied' : 'compared', report, null);
    if (report && apply) await (await storage()).delete(keyOf(id));
  } catch (error) {
    const isTold = error instanceof RefusedArchive || error instanceof Conflict;
    if (!isTold) log.error({ err: error, import: id }, 'an import failed');
    await settle(ctx, id, 'failed', null, isTold ? error.message : BROKEN);
  }
}

const CHANGED = 'The wiki changed since this was compared. Look at the difference again.';
const BROKEN = 'Something went wrong on our side, and nothing was stored. Compare it again.';

async function withArchive<Result>(
  id: string,
  use: (archive: Awaited<ReturnType<typeof openZip>>) => Promise<Result>,
): Promise<Result> {
  const bytes = await (await storage()).get(keyOf(id));
  const spooled = bytes && (await spool(bytes, Number.POSITIVE_INFINITY));
  if (!spooled) throw new RefusedArchive('The archive is no longer there. Send it again.');
  try {
    const archive = await openZip(spooled.place);
    return await use(archive).finally(() => archive.close());
  } finally {
    await spooled.discard();
  }
}

async function findRun(ctx: Context, id: string) {
  const run = await db.wikiImport.findUnique({ where: { id }, include: { space: true } });
  if (!run) throw new NotFound();
  authorize(canImportInto(ctx.actor, run.space));
  return run;
}

async function settle(
  ctx: Context,
  id: string,
  state: string,
  report: ImportReport | null,
  failure: string | null,
) {
  await db.wikiImport.update({
    where: { id },
    data: {
      state,
      failure,
      changedAt: ctx.now,
      // Plain texts, numbers and lists: JSON, which Prisma's type says only of types with an index.
      ...(report && { report: report as unknown as Prisma.InputJsonObject }),
    },
    select: { id: true },
  });
}

const isSame = (a: ImportReport, b: ImportReport | null) =>
  b !== null &&
  JSON.stringify([a.added, a.changed, a.refused, a.files]) ===
    JSON.stringify([b.added, b.changed, b.refused, b.files]);
