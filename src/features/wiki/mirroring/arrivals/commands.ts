import 'server-only';
import type { Context } from '@/foundation/context';
import { transact } from '@/foundation/transaction';
import { storeFiles } from '../../importing/files/commands';
import type { SourcePage } from '../../importing/source-folder';
import { proposeChange } from '../../proposals/commands';
import { newProposalInput } from '../../proposals/schema';
import { differencesBetween } from '../repository/differences';
import { type Repository, treeOf } from '../repository/objects';
import { keep, type MirrorState } from '../running/keeping/commands';
import { draft } from './drafting/commands';
import { type Pushed, pushedBetween } from './pushed';
import { findAuthor, listMirroredPages, planPushedFiles, readPushedText, titleAt } from './queries';
import { type Arrival, type MirroredPage, type SortedChanges, sortChanges } from './sorting';
import { namesOf, reasonFor } from './words';

/**
 * Takes in what others committed: texts become proposals, new texts drafts, and what only
 * Guildhall changes is put back by the next commit. Done twice for the same commit, it does it once.
 */
export async function takeIn(
  ctx: Context,
  run: MirrorState,
  repository: Repository,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const [before, after] = [await treeOf(repository, from), await treeOf(repository, to)];
  const differences = await differencesBetween(repository, before, after);
  const commits = await pushedBetween(repository, from, to);
  const files = differences.map(({ file }) => file);
  const changes = sortChanges(differences, await listMirroredPages(run.spaceId, files));
  const pushedBy = (file: string) => commits.get(file) ?? [];

  const arrivals: Arrival[] = [];
  const texts = await readTexts(ctx, run, repository, after, changes, arrivals);
  for (const edit of changes.edited) {
    const text = texts.get(edit.file);
    if (text) arrivals.push(await propose(ctx, run, edit, text, pushedBy(edit.file), to));
  }
  for (const { file } of changes.fresh) {
    const text = texts.get(file);
    if (text) arrivals.push(await draft(ctx, run, file, text, pushedBy(file)));
  }
  arrivals.push(...left(changes));

  const putBack = toPutBack(changes, arrivals);
  await transact(async (tx) => {
    await tx.wikiMirrorArrival.createMany({
      data: arrivals.map((arrival) => ({
        ...arrival,
        spaceId: run.spaceId,
        commit: to,
        byName: namesOf(pushedBy(arrival.file)),
        at: ctx.now,
      })),
      skipDuplicates: true,
    });
    for (const { pageId, proposalId } of arrivals) {
      if (!pageId || !proposalId) continue;
      const where = { spaceId: run.spaceId, pageId };
      await tx.wikiMirrorPage.updateMany({ where, data: { proposalId } });
    }
    await keep(run, { head: to, arriving: null, putBack: { ...run.putBack, ...putBack } }, tx);
  });
  Object.assign(run, { head: to, arriving: null, putBack: { ...run.putBack, ...putBack } });
}

/** The texts as pages here would have them, with the files that came along in the store. */
async function readTexts(
  ctx: Context,
  run: MirrorState,
  repository: Repository,
  tree: string,
  { edited, fresh }: SortedChanges,
  arrivals: Arrival[],
): Promise<Map<string, SourcePage>> {
  const pages: SourcePage[] = [];
  for (const { file, after } of [...edited, ...fresh]) {
    const read = await readPushedText(repository, file, after);
    if ('page' in read) pages.push(read.page);
    else {
      const outcome = edited.some((edit) => edit.file === file) ? 'put-back' : 'left';
      arrivals.push({ file, outcome, note: read.refusal });
    }
  }
  if (pages.length === 0) return new Map();
  const { planned, open } = await planPushedFiles(run, repository, tree, pages);
  await storeFiles(ctx, { id: run.spaceId }, planned.files, open);
  return new Map(planned.pages.map((page) => [page.file, page]));
}

async function propose(
  ctx: Context,
  { spaceId, name }: MirrorState,
  { file, page }: { file: string; page: MirroredPage },
  { markdown, facts }: SourcePage,
  commits: readonly Pushed[],
  tip: string,
): Promise<Arrival> {
  const { pageId, number: baseNumber } = page;
  const title = facts?.title ?? (await titleAt(page));
  const input = newProposalInput.safeParse({
    pageId,
    baseNumber,
    title,
    markdown,
    reason: reasonFor(commits),
  });
  const putBack = (note: string): Arrival => ({ file, outcome: 'put-back', note, pageId });
  if (!input.success) return putBack(input.error.issues[0]?.message ?? 'It cannot be proposed.');
  const by = (await findAuthor(ctx, commits)) ?? { personId: null, name: `Git mirror of ${name}` };
  const key = `${spaceId}:${tip}`;
  const made = await proposeChange(ctx, input.data, { name: 'git', key, by });
  if (made.ok) {
    return { file, outcome: 'proposed', note: title, pageId, proposalId: made.proposalId };
  }
  return putBack(
    made.reason === 'archived'
      ? 'The page is in the archive.'
      : 'Its text is the same; kind and keepers are changed in Guildhall.',
  );
}

function left({ gone, guarded, others }: SortedChanges): Arrival[] {
  return [
    ...gone.map(({ file, page: { pageId }, to }) => ({
      file,
      pageId,
      outcome: 'put-back' as const,
      note: to
        ? `It was moved to ${to}. Move the page in Guildhall if it is to lie there.`
        : 'It was deleted. Archive the page in Guildhall if it is to go.',
    })),
    ...guarded.map(({ file }) => ({
      file,
      outcome: 'put-back' as const,
      note: 'Guildhall alone writes it: add another file, and name that one in the page.',
    })),
    ...others.map(({ file }) => ({
      file,
      outcome: 'left' as const,
      note: 'It is no page; the branch keeps it.',
    })),
  ];
}

function toPutBack({ edited, gone, guarded }: SortedChanges, arrivals: readonly Arrival[]) {
  const isPutBack = new Set(
    arrivals.flatMap(({ file, outcome }) => (outcome === 'put-back' ? [file] : [])),
  );
  const files = [...edited, ...gone, ...guarded].filter(({ file }) => isPutBack.has(file));
  return Object.fromEntries([
    ...gone.flatMap(({ to }) => (to ? [[to, null] as const] : [])),
    ...files.map(({ file, before }) => [file, before] as const),
  ]);
}
