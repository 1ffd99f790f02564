/** How long after saving a page it is found, by its words and by what it means, with the real background process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { listNearMeaning } from '@/features/search/meaning/queries';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { db, pool } from '@/foundation/db';
import { anEdit } from '../support/wiki';
import { percentiles } from './load';
import { busyness } from './report';

const BY_WORDS_EVERY = 10;
const BY_MEANING_EVERY = 100;
const PATIENCE_MILLISECONDS = 120_000;
const NEAR = 20;

/** What is written, and a question that uses other words. */
const NOTES = [
  [
    'Bees kept on the roof of the office make honey in July.',
    'insects that produce something sweet',
  ],
  ['The lift to the canteen is repaired on Thursday.', 'elevator maintenance'],
  ['Our choir sings carols before the winter holidays.', 'people making music at Christmas'],
  ['A dentist visits the Lisbon building twice a year.', 'having your teeth checked'],
  ['Bicycles may be left in the cellar overnight.', 'where to park a bike'],
  ['The football match against the bakery was lost by two goals.', 'a defeat in sport'],
  ['Grandparents may collect children from the nursery.', 'who can pick up the kids'],
  ['Rain came through the ceiling of the library.', 'water damage in a building'],
  ['The ferry to the island leaves at seven in the morning.', 'taking a boat'],
  ['Whoever bakes bread brings a loaf on Monday.', 'homemade food for colleagues'],
] as const;

async function until(every: number, isSo: () => Promise<boolean>): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > PATIENCE_MILLISECONDS) return Number.POSITIVE_INFINITY;
    await sleep(every);
  }
  return performance.now() - begun;
}

/** The background process as `npm start` runs it; ready when it has begun to read and answers questions. */
async function startWorker(root: string): Promise<ChildProcess> {
  const settings = {
    NODE_ENV: 'production' as const,
    NEXTAUTH_URL: 'http://localhost:3000',
    GUILDHALL_EMBEDDED_DATABASE: 'on',
    LOG_LEVEL: 'error',
  };
  const worker = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'src/worker.ts'],
    { cwd: root, env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  await until(BY_MEANING_EVERY, async () => {
    if (worker.exitCode !== null) throw new Error(`The worker ended with ${worker.exitCode}.`);
    const near = await listNearMeaning(systemContext(currentInstant()), 'a page', NEAR);
    return near.length > 0;
  });
  return worker;
}

async function saveAndLook(
  pageId: string,
  [note, question]: readonly [string, string],
  at: number,
) {
  const context = systemContext(currentInstant());
  const word = `savedmark${at}`;
  const title = note.slice(0, 40);
  const saved = await anEdit(context, { id: pageId }, `# ${title}\n\n${note} ${word}\n`, { title });
  if (!saved.ok) throw new Error(`${pageId} was not saved: ${saved.reason}.`);
  const [words, meaning] = await Promise.all([
    until(BY_WORDS_EVERY, async () => {
      const { rowCount } = await pool.query(
        `SELECT FROM "SearchEntry" WHERE tsv @@ plainto_tsquery('english', $1)`,
        [word],
      );
      return rowCount === 1;
    }),
    until(BY_MEANING_EVERY, async () => {
      const near = await listNearMeaning(context, question, NEAR, PATIENCE_MILLISECONDS);
      return near.some(({ key }) => key === `page ${pageId}`);
    }),
  ]);
  return { words, meaning };
}

/** Prints how long it took, while the background process has thousands of pages to read for their meaning. */
export async function measureFoundAfterSaving(
  root: string,
  say: (line: string) => void,
): Promise<void> {
  const worker = await startWorker(root);
  try {
    const waiting = await db.searchVectorTask.count();
    say(`${waiting} entries wait for their meaning, load average ${busyness().toFixed(1)}`);
    const took: { words: number; meaning: number }[] = [];
    for (const [at, note] of NOTES.entries())
      took.push(await saveAndLook(`w${100 + at}`, note, at));
    for (const way of ['words', 'meaning'] as const) {
      const all = took.map((one) => one[way]);
      const { p50, p95 } = percentiles(all);
      say(
        `found by ${way} after, ms: ${p50.toFixed(0)} (p50), ${p95.toFixed(0)} (p95) of ${all.length} saves`,
      );
    }
  } finally {
    // It is in the midst of thousands of texts; what it has not written it would take up again.
    worker.kill('SIGKILL');
    if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
  }
}
