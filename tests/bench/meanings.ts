/** How fast everything in a large index is read for what it means, as the background process does it. */
import { builtInModel } from '@/features/search/meaning/model';
import { readingAhead } from '@/features/search/meaning/reading-ahead';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { pool } from '@/foundation/db';
import { busyness } from './report';

const PROGRESS_MILLISECONDS = 10_000;
const MINUTE = 60_000;

/** @param share how much of the pages is read; the time for all of them is then an extrapolation */
export async function measureMeanings(say: (line: string) => void, share: number): Promise<void> {
  const { rows } = await pool.query<{ pages: number }>(
    `SELECT count(*)::int AS pages FROM "SearchEntry" WHERE kind = 'page'`,
  );
  const pages = rows[0]?.pages ?? 0;
  const wanted = Math.round(pages * share);
  // Pages spread over the whole, and nothing else.
  await pool.query(
    `DELETE FROM "SearchVectorTask" WHERE (kind, "subjectId") NOT IN (
       SELECT kind, "subjectId" FROM "SearchEntry" WHERE kind = 'page' ORDER BY md5("subjectId") LIMIT $1)`,
    [wanted],
  );
  const model = builtInModel();
  const reading = readingAhead(model);
  const begun = performance.now();
  let [done, told] = [0, begun];
  for (let more = 1; more > 0; done += more) {
    more = await reading.next(() => systemContext(currentInstant()));
    if (performance.now() - told < PROGRESS_MILLISECONDS) continue;
    told = performance.now();
    say(`  ${done + more} of ${wanted} pages, load average ${busyness().toFixed(1)}`);
  }
  const took = performance.now() - begun;
  const parts = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM "SearchVector"');
  say(
    `${done} pages (${parts.rows[0]?.n} passages) read in ${(took / MINUTE).toFixed(1)} minutes: ${((done / took) * 1000).toFixed(1)} pages/s; ` +
      `${pages} at that rate: ${((pages / done) * (took / MINUTE)).toFixed(1)} minutes; load average ${busyness().toFixed(1)}`,
  );
  await model.close();
}
