import { extendAllSeries } from '@/features/meetups/commands';
import { settleDueRenames } from '@/features/org/successions/commands';
import { removeUnusedFiles } from '@/features/wiki/files/cleaning/commands';
import { readNextFile } from '@/features/wiki/files/reading/commands';
import { tendPages } from '@/features/wiki/gardening/likeness/commands';
import { checkOutsideLinks } from '@/features/wiki/gardening/outside/commands';
import { dropOldReadings } from '@/features/wiki/reading/commands';
import { renderAllAnew } from '@/features/wiki/rendering/commands';
import { doubtPagesByDate } from '@/features/wiki/reviews/reasons/facts/commands';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { requireEnvironment } from '@/foundation/env';
import { log } from '@/foundation/log';
import { handleWaitingFacts } from '@/foundation/outbox';
import { factHandlers } from './fact-handlers';
import { keepMeanings } from './meanings';
import { keepMirrors } from './mirrors';

const IDLE_MILLISECONDS = 400;
const AFTER_FAILURE_MILLISECONDS = 5_000;
const DAILY_MILLISECONDS = 86_400_000;
const HOURLY_MILLISECONDS = 3_600_000;
const RENDERING_MILLISECONDS = 60_000;
const RENDERED_TOGETHER = 20;
const FILES_MILLISECONDS = 3_000;

/** What is done once a day, and at the start. */
const dailyTasks: ((now: Date) => Promise<unknown>)[] = [
  (now) => extendAllSeries(systemContext(now)),
  (now) => settleDueRenames(systemContext(now)),
  (now) => doubtPagesByDate(systemContext(now)),
  (now) => dropOldReadings(systemContext(now)),
  (now) => removeUnusedFiles(systemContext(now)),
];

/** What takes its time, every hour, beside the facts and not before them. */
const slowTasks: ((now: Date) => Promise<unknown>)[] = [
  (now) => tendPages(systemContext(now), null),
  (now) => checkOutsideLinks(systemContext(now), { isOver: () => isStopping }),
];

let isStopping = false;
const sleepers = new Set<() => void>();

/** Waits, but not through a stop. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (isStopping) return resolve();
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    sleepers.add(wake);
  });
}

async function relayFacts(): Promise<void> {
  while (!isStopping) {
    try {
      const taken = await handleWaitingFacts(factHandlers, currentInstant());
      if (taken === 0) await pause(IDLE_MILLISECONDS);
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read');
      await pause(AFTER_FAILURE_MILLISECONDS);
    }
  }
}

/** Pages that an older renderer wrote, or whose links changed their meaning, a few at a time between other work. */
async function renderStalePages(): Promise<void> {
  try {
    while (!isStopping) {
      const { count } = await renderAllAnew(systemContext(currentInstant()), RENDERED_TOGETHER);
      if (count < RENDERED_TOGETHER) return;
    }
  } catch (error) {
    log.error({ err: error }, 'pages could not be rendered anew');
  }
}

/** What files say, one after the other, for search. */
async function readFiles(): Promise<void> {
  while (!isStopping) {
    try {
      const wasRead = await readNextFile(systemContext(currentInstant()));
      if (!wasRead) await pause(FILES_MILLISECONDS);
    } catch (error) {
      log.error({ err: error }, 'files could not be read for search');
      await pause(AFTER_FAILURE_MILLISECONDS);
    }
  }
}

async function run(tasks: typeof dailyTasks): Promise<void> {
  for (const task of tasks) {
    await task(currentInstant()).catch((error: unknown) => {
      log.error({ err: error }, 'a task of the background failed');
    });
  }
}

function stop(signal: string) {
  log.info({ signal }, 'worker stops after what it has begun');
  isStopping = true;
  for (const wake of sleepers) wake();
}

requireEnvironment();
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

const daily = setInterval(() => run(dailyTasks), DAILY_MILLISECONDS);
await run(dailyTasks);
let slow = run(slowTasks);
const hourly = setInterval(() => {
  slow = slow.then(() => run(slowTasks));
}, HOURLY_MILLISECONDS);
log.info('worker ready');
let rendering = renderStalePages();
const renderings = setInterval(() => {
  rendering = rendering.then(renderStalePages);
}, RENDERING_MILLISECONDS);
const rhythm = { isStopping: () => isStopping, pause };
await Promise.all([relayFacts(), readFiles(), keepMeanings(rhythm), keepMirrors(rhythm)]);
clearInterval(renderings);
await rendering;
clearInterval(daily);
clearInterval(hourly);
await slow;
await db.$disconnect();
