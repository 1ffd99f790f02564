import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, databaseFault } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import { mendLinksTo } from '../links/commands';
import { canImportInto, canImportPages } from '../policy';
import { type RevisionToStore, storePages, storeRevisions } from '../storing/commands';
import { storeFiles } from './files/commands';
import type { PlannedFile } from './files/queries';
import {
  findSpaceToFill,
  type ImportOptions,
  type ImportPlan,
  type PlannedPage,
  planImport,
  type SpaceToFill,
} from './queries';

const STORING_MILLISECONDS = 600_000;

/**
 * Brings a folder of Markdown into a space, all of it or nothing; without `apply` it only tells
 * what it would do. The same folder again changes nothing; a changed file becomes its page's next
 * revision.
 */
export async function importFolder(ctx: Context, options: ImportOptions & { apply: boolean }) {
  // Only a dry run may plan for a space that is not there yet.
  const space = await findSpaceToFill(
    options.apply ? { ...options, nameOfNewSpace: undefined } : options,
  );
  if (!space) return { ok: false, reason: 'no-such-space' } as const;
  authorize(
    mayFill(ctx, space),
    'Pages are imported by an administrator, or by a lead of those who own the space.',
  );
  const plan = await planImport(ctx, space, options);
  const { report } = plan;
  if (!options.apply || report.added.length + report.changed.length === 0) {
    return { ok: true, report } as const;
  }
  await storeFiles(ctx, space, plan.files, options.folder.open);
  try {
    await db.$transaction((tx) => store(tx, ctx, plan), { timeout: STORING_MILLISECONDS });
  } catch (error) {
    // Since the shelf was read, somebody saved one of these pages or put one at the same address.
    if (isUniqueViolation(error)) return { ok: false, reason: 'changed-meanwhile' } as const;
    throw error;
  }
  return { ok: true, report } as const;
}

const mayFill = ({ actor }: Context, { ownerUnitId }: SpaceToFill) =>
  ownerUnitId === null ? canImportPages(actor) : canImportInto(actor, { ownerUnitId });

async function store(tx: Transaction, ctx: Context, { space, pages, files, report }: ImportPlan) {
  const added = pages.filter(({ fate }) => fate === 'new');
  const revised = pages.filter(({ fate }) => fate !== 'unchanged');
  await storePages(
    tx,
    added.map(({ id, path, title, kind, people, written }) => ({
      id,
      spaceId: space.id,
      path,
      title,
      kind,
      ownerUnitId: people.ownerUnitId,
      stewardIds: people.stewardIds,
      createdAt: written?.at ?? ctx.now,
    })),
  );
  await giveFilesToPages(tx, pages, files);
  await storeRevisions(
    tx,
    revised.map((page) => revisionOf(page, ctx)),
  );
  await mendLinksTo(
    tx,
    added.map(({ id, path, title }) => ({ id, path, title, spaceSlug: space.slug })),
  );
  await recordEvents(
    tx,
    ctx,
    revised.map(({ id }) => ({ name: 'page.revised', payload: { pageId: id } })),
  );
  await recordAudit(tx, ctx, {
    action: 'space.imported',
    subjectKind: 'space',
    subjectId: space.id,
    after: { added: report.added.length, changed: report.changed.length },
  });
}

function revisionOf(page: PlannedPage, { actor, now }: Context): RevisionToStore {
  return {
    pageId: page.id,
    number: (page.shelved?.number ?? 0) + 1,
    title: page.title,
    markdown: page.markdown,
    rendered: page.rendered,
    changeSummary: `Imported from ${page.file}`,
    isImported: true,
    authorId: page.people.authorId ?? actor.personId,
    createdAt: page.written?.at ?? now,
  };
}

/** A file lies with the first page that shows it. */
async function giveFilesToPages(
  tx: Transaction,
  pages: readonly PlannedPage[],
  files: readonly PlannedFile[],
): Promise<void> {
  const ids = new Map(pages.map(({ file, id }) => [file, id]));
  const given = files.filter(({ isNew, pageFile }) => isNew && ids.has(pageFile));
  if (given.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Attachment" a SET "pageId" = g.page
      FROM unnest(
             ${given.map(({ id }) => id)}::text[],
             ${given.map(({ pageFile }) => ids.get(pageFile) ?? '')}::text[]
           ) AS g (file, page)
     WHERE a.id = g.file AND a."pageId" IS NULL`;
}

function isUniqueViolation(error: unknown): boolean {
  const isPrismas = error instanceof Error && 'code' in error && error.code === 'P2002';
  return isPrismas || databaseFault(error)?.code === '23505';
}
