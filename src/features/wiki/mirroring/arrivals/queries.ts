import 'server-only';
import { Readable } from 'node:stream';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { isMarkdownFile } from '../../addresses';
import { planFiles } from '../../importing/files/queries';
import { readMarkdownPages } from '../../importing/folder';
import { isHidden } from '../../importing/reading/archive';
import type { SourcePage } from '../../importing/source-folder';
import { differencesBetween } from '../repository/differences';
import { type Repository, readFile } from '../repository/objects';
import type { MirrorState } from '../running/keeping/commands';
import type { Pushed } from './pushed';
import type { MirroredPage } from './sorting';
import { onlyAuthor } from './words';

/** The pages that the mirror's head holds under these files. */
export async function listMirroredPages(
  spaceId: string,
  files: readonly string[],
): Promise<Map<string, MirroredPage>> {
  const paths = files.flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []));
  const pages = await db.wikiMirrorPage.findMany({
    where: { spaceId, path: { in: paths } },
    select: { pageId: true, path: true, number: true },
  });
  return new Map(pages.map((page) => [`${page.path}.md`, page]));
}

/** A pushed text without the lines that an export adds; or why it can be none of a page. */
export async function readPushedText(
  repository: Repository,
  file: string,
  blob: string,
): Promise<{ page: SourcePage } | { refusal: string }> {
  const bytes = await readFile(repository, blob);
  const { pages, skipped } = await readMarkdownPages({
    files: [{ file, size: bytes.length }],
    refused: [],
    open: async () => Readable.from([bytes]),
    close: async () => {},
  });
  const [page] = pages;
  return page ? { page } : { refusal: skipped[0]?.reason ?? 'It cannot be read.' };
}

/** Which files of a pushed tree come along with pushed texts, and these with the files' addresses here. */
export async function planPushedFiles(
  { spaceId: id, slug }: MirrorState,
  repository: Repository,
  tree: string,
  pages: SourcePage[],
) {
  const all = await differencesBetween(repository, null, tree);
  const blobs = new Map(all.map(({ file, after }) => [file, after]));
  const otherFiles = [...blobs.keys()].filter((file) => !isMarkdownFile(file) && !isHidden(file));
  const open = async (file: string) =>
    Readable.from([await readFile(repository, blobs.get(file) ?? '')]);
  return {
    planned: await planFiles({ id, slug }, { pages, otherFiles, skipped: [], open }),
    open,
  };
}

export async function titleAt({ pageId, number }: MirroredPage): Promise<string> {
  const revision = await db.wikiRevision.findUniqueOrThrow({
    where: { pageId_number: { pageId, number } },
    select: { title: true },
  });
  return revision.title;
}

/** Who works here under the address that all commits carry; null when nobody does, or they carry several. */
export async function findAuthor({ now }: Context, commits: readonly Pushed[]) {
  const author = onlyAuthor(commits);
  if (!author) return null;
  const person = await db.person.findFirst({
    where: {
      email: author.email.toLowerCase(),
      OR: [{ leftOn: null }, { leftOn: { gt: dayOf(now) } }],
    },
    select: { id: true, name: true },
  });
  return person && { personId: person.id, name: person.name };
}

/** The draft that an earlier push began, or an earlier try for the same one. */
export const findPushedDraft = (spaceId: string, path: string) =>
  db.wikiPage.findFirst({
    where: { spaceId, path, publishedAt: null, begunById: null },
    select: {
      id: true,
      currentRevision: { select: { number: true, markdown: true, authorId: true } },
    },
  });
