/** How long a search takes in the process, by words and with meanings, beside the bare statement with headlines. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { builtInModel } from '@/features/search/meaning/model';
import { passagesOf } from '@/features/search/meaning/passages';
import { toBytes } from '@/features/search/meaning/vectors';
import { search } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { pool } from '@/foundation/db';
import { SEARCH_FLOOR, SEARCH_WORDS } from './floors';
import { percentiles } from './load';
import { busyness } from './report';

const ROUNDS = 2;
const TIMES = 15;
const COMMON_WORDS = ['model', 'technique'];
/** So many texts are read for their meaning; the others get one of theirs, because only the time is measured. */
const READ = 400;

type Say = (line: string) => void;

export async function measureSearchSpeed(say: Say): Promise<void> {
  for (let round = 1; round <= ROUNDS; round++) await measureRound(`by words, round ${round}`, say);
  await giveMeanings();
  const server = fork(new URL('./meanings-server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
  });
  const [rows] = await once(server, 'message');
  say(`${rows} meanings held`);
  for (let round = 1; round <= ROUNDS; round++) {
    await measureRound(`with meanings, round ${round}`, say);
  }
  server.disconnect();
}

async function measureRound(name: string, say: Say): Promise<void> {
  const ways = {
    floor: (q: string) => pool.query(SEARCH_FLOOR, [q]),
    search: (q: string) => search(systemContext(currentInstant()), searchInput.parse({ q })),
  };
  const took = { floor: new Map<string, number[]>(), search: new Map<string, number[]>() };
  for (let time = 0; time <= TIMES; time++) {
    for (const q of [...SEARCH_WORDS, ...COMMON_WORDS]) {
      for (const way of ['floor', 'search'] as const) {
        const before = performance.now();
        await ways[way](q);
        // The first time warms up.
        if (time === 0) continue;
        const all = took[way].get(q) ?? [];
        took[way].set(q, [...all, performance.now() - before]);
      }
    }
  }
  const of = (way: 'floor' | 'search', words: readonly string[]) =>
    percentiles(words.flatMap((q) => took[way].get(q) ?? []));
  const [floor, whole] = [of('floor', SEARCH_WORDS), of('search', SEARCH_WORDS)];
  say(
    `${name}: p50 ${whole.p50.toFixed(1)} ms, p95 ${whole.p95.toFixed(1)}; floor ${floor.p50.toFixed(1)}, ${floor.p95.toFixed(1)}; ` +
      `${(whole.p50 / floor.p50).toFixed(1)} × and ${(whole.p95 / floor.p95).toFixed(1)} ×; load average ${busyness().toFixed(1)}`,
  );
  const each = [...SEARCH_WORDS, ...COMMON_WORDS].map(
    (q) => `${q} ${of('search', [q]).p50.toFixed(1)} (${of('floor', [q]).p50.toFixed(1)})`,
  );
  say(`  p50 of each, floor in brackets: ${each.join(', ')}`);
}

async function giveMeanings(): Promise<void> {
  const model = builtInModel();
  const { rows } = await pool.query<{ title: string; subtitle: string; body: string }>(
    `SELECT title, subtitle, left(body, 2000) AS body FROM "SearchEntry" ORDER BY md5("subjectId") LIMIT $1`,
    [READ],
  );
  const texts = rows.flatMap((row) => passagesOf({ ...row, sections: [] }).map(({ text }) => text));
  const vectors = (await model.embed(texts)).map((vector) => Buffer.from(toBytes(vector).buffer));
  await model.close();
  await pool.query(
    `INSERT INTO "SearchVector" (kind, "subjectId", part, model, "textHash", vector, "embeddedAt")
     SELECT e.kind, e."subjectId", 0, $1, '', ($2::bytea[])[1 + abs(hashtext(e."subjectId")) % cardinality($2::bytea[])], now()
       FROM "SearchEntry" e ON CONFLICT DO NOTHING`,
    [model.id, vectors],
  );
}
