import { parseArgs } from 'node:util';
import { currentInstant, stopwatch } from '@/foundation/clock';
import { parseDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import { loadDemoGuild } from './loading/demo-guild';

/** With a day given, the guild stands as at eleven o'clock of that day. */
const ELEVEN_O_CLOCK = 11 * 3_600_000;

const sentences = {
  loaded: 'The demo guild is loaded.',
  'already-loaded': 'The demo guild is in this database already; nothing was changed.',
  'database-in-use':
    'There are people in this database already; the demo guild needs an empty one.',
};

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { today: { type: 'string' } } });
  const day = values.today === undefined ? null : parseDay(values.today);
  if (values.today !== undefined && !day) {
    console.error('--today takes a day such as 2026-03-01.');
    return 2;
  }
  const elapsed = stopwatch();
  const outcome = await loadDemoGuild(db, day ? new Date(+day + ELEVEN_O_CLOCK) : currentInstant());
  console.log(`${sentences[outcome]} (${(elapsed() / 1000).toFixed(1)} s)`);
  return outcome === 'database-in-use' ? 1 : 0;
}

process.exitCode = await main().finally(() => db.$disconnect());
