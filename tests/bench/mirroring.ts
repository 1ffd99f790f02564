import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { switchMirrorOn } from '@/features/wiki/mirroring/commands';
import { runMirror } from '@/features/wiki/mirroring/running/commands';
import { revisePage } from '@/features/wiki/revisions/commands';
import { type Context, systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { buildCompany, COMPANY } from './company';
import { ARTICLE, buildWiki, measuredArticle } from './wiki-corpus';

const FEW = { people: 300, squads: 30, tribes: 3, chapters: 6, subGuilds: 2 };
const NOTHING_ELSE = { techniques: 10, adoptionEvents: 50, meetups: 4 };
const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;
const EDITS = 5;

/**
 * What it costs to mirror a space of the size of the corpus to the disk: the first time, when
 * nothing changed, and after the edit of one page.
 */
export async function measureMirror(say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guildhall-mirror-'));
  process.env.GUILDHALL_MIRRORS = folder;
  try {
    await buildSpace();
    await switchMirrorOn(now(), { spaceId: 'space', place: 'disk' });
    const first = await measured(mirrored);
    say(`first run, ${COMPANY.wikiPages} pages: ${told(first)}, ${await sizeOf(folder)}`);
    say(`nothing changed: ${told(await measured(mirrored))}`);
    for (let edit = 1; edit <= EDITS; edit++) {
      await editPage(edit);
      say(`one page edited: ${told(await measured(mirrored))}, ${await sizeOf(folder)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const now = (): Context => systemContext(new Date());

async function buildSpace() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await buildCompany(client, { ...COMPANY, ...FEW, ...NOTHING_ELSE });
  await buildWiki(client);
  await client.end();
}

async function mirrored() {
  let rounds = 0;
  for (;;) {
    rounds++;
    const outcome = await runMirror(now(), 'space');
    if (outcome === 'done') return rounds;
    if (outcome !== 'more') throw new Error(`The mirror ended as ${outcome}.`);
  }
}

async function editPage(edit: number) {
  const page = await db.wikiPage.findFirstOrThrow({
    where: { spaceId: 'space', path: { not: ARTICLE.path } },
    orderBy: { id: 'desc' },
    skip: edit,
    include: { currentRevision: { select: { number: true } } },
  });
  const done = await revisePage(now(), {
    pageId: page.id,
    baseNumber: page.currentRevision?.number ?? 0,
    title: page.title,
    markdown: measuredArticle(),
    kind: page.kind,
    ownerUnitId: page.ownerUnitId,
    stewardHandles: [],
    changeSummary: '',
  });
  if (!done.ok) throw new Error(`The page was not saved: ${done.reason}.`);
}

type Cost = { seconds: number; rounds: number; before: number; peak: number };

/** Time, and how much memory the process held at most meanwhile. */
async function measured(run: () => Promise<number>): Promise<Cost> {
  const memory = () => process.memoryUsage.rss();
  const before = memory();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 50);
  const began = performance.now();
  const rounds = await run();
  clearInterval(watch);
  return { seconds: (performance.now() - began) / 1000, rounds, before, peak };
}

const told = ({ seconds, rounds, before, peak }: Cost) =>
  `${seconds.toFixed(2)} s in ${rounds} rounds, memory ${mebibytes(before)} → ${mebibytes(peak)} MiB at most`;

const mebibytes = (bytes: number) => (bytes / MEBIBYTE).toFixed(0);

async function sizeOf(folder: string): Promise<string> {
  let [files, bytes] = [0, 0];
  for (const name of await readdir(folder, { recursive: true })) {
    const found = await stat(path.join(folder, name));
    if (found.isFile()) [files, bytes] = [files + 1, bytes + found.size];
  }
  return `${files} files of ${(bytes / KIBIBYTE).toFixed(0)} KiB in the repository`;
}
