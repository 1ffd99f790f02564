import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { db } from '@/foundation/db';
import { env } from '@/foundation/env';
import { exportedId } from '../../exporting/file-places';
import { rewriteTargets, targetsIn } from '../../exporting/targets';
import { FILE_REFUSALS, kindOfFile } from '../../files/kinds';
import { cleanFileName } from '../../files/names';
import { spool } from '../../files/spooling';
import type { Refusal, SourceFolder, SourcePage } from '../source-folder';
import { fileMeant, filesByName, importedId, rewrittenTarget } from './places';

/** A file that an import brings because a page shows it or links to it. */
export type PlannedFile = {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Where it lies in the folder. */
  file: string;
  /** The first page that shows it. */
  pageFile: string;
  isNew: boolean;
};

type Space = { id: string; slug: string };

const MEGABYTE = 1024 * 1024;

/** Which files come along with a folder's pages, and the pages with the addresses these will have. */
export async function planFiles(space: Space, folder: SourceFolder) {
  const { open, otherFiles, pages } = folder;
  const nothing = { pages, files: [] as PlannedFile[], refused: [] as Refusal[] };
  if (!open || otherFiles.length === 0) return nothing;
  const byName = filesByName(otherFiles);
  const meant = filesMeant(pages, byName);
  const refused: Refusal[] = [];
  const files = new Map<string, PlannedFile>();
  for (const [file, pageFile] of meant) {
    const looked = await lookAt(file, open);
    if (looked.ok) {
      const id = importedId(space.slug, file, looked.sha256);
      files.set(file, { ...looked, id, file, pageFile, isNew: true });
    } else refused.push({ file, reason: looked.reason });
  }
  await settleIds(space, [...files.values()]);
  return { pages: withFiles(pages, byName, files), files: [...files.values()], refused };
}

/** The files that pages mean, each with the first page that does. */
function filesMeant(pages: readonly SourcePage[], byName: ReadonlyMap<string, string>) {
  const meant = new Map<string, string>();
  for (const page of pages) {
    for (const target of targetsIn(page.markdown)) {
      const file = fileMeant(target, page.file, byName);
      if (file && !meant.has(file)) meant.set(file, page.file);
    }
  }
  return meant;
}

async function lookAt(file: string, open: NonNullable<SourceFolder['open']>) {
  const spooled = await spool(await open(file), env.UPLOAD_MEGABYTES_MAX * MEGABYTE);
  if (!spooled) return { ok: false, reason: FILE_REFUSALS['too-large'] } as const;
  await spooled.discard();
  if (spooled.size === 0) return { ok: false, reason: 'It is empty.' } as const;
  const name = cleanFileName(file);
  const kind = kindOfFile(name, spooled.head, await fileTypeFromBuffer(spooled.head));
  if (!kind.ok) return { ok: false, reason: FILE_REFUSALS[kind.reason] } as const;
  const { size, sha256 } = spooled;
  return { ok: true, name, type: kind.type, size, sha256 } as const;
}

/** An exported file takes its own id again, unless that means something else here. */
async function settleIds(space: Space, files: readonly PlannedFile[]): Promise<void> {
  const wanted = files.flatMap((file) => [file.id, exportedId(file.file) ?? file.id]);
  const found = await db.attachment.findMany({
    where: { id: { in: [...new Set(wanted)] } },
    select: { id: true, sha256: true, spaceId: true },
  });
  const here = new Map(found.map((row) => [row.id, row]));
  for (const file of files) {
    const own = exportedId(file.file);
    const other = own ? here.get(own) : undefined;
    const isSame = other?.sha256 === file.sha256 && other.spaceId === space.id;
    if (own && (!other || isSame)) file.id = own;
    file.isNew = !here.has(file.id);
  }
}

function withFiles(
  pages: readonly SourcePage[],
  byName: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, PlannedFile>,
): SourcePage[] {
  return pages.map((page) => ({
    ...page,
    markdown: rewriteTargets(page.markdown, (target) => {
      const meant = fileMeant(target, page.file, byName);
      const file = meant && files.get(meant);
      return file ? rewrittenTarget(target, file, meant) : null;
    }),
  }));
}
