import { extendAllSeries } from '@/features/meetups/commands';
import { indexFacts } from '@/features/search/indexing/commands';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { requireEnvironment } from '@/foundation/env';
import { log } from '@/foundation/log';
import { type FactHandler, handleWaitingFacts } from '@/foundation/outbox';

const IDLE_MILLISECONDS = 400;
const AFTER_FAILURE_MILLISECONDS = 5_000;
const DAILY_MILLISECONDS = 86_400_000;

/** Who hears of facts. Each handler is idempotent. */
const handlers: FactHandler[] = [(facts, now) => indexFacts(systemContext(now), facts)];

/** What is done once a day, and at the start. */
const dailyTasks = [(now: Date) => extendAllSeries(systemContext(now))];

let isStopping = false;
let wake = () => {};

/** Waits, but not through a stop. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

async function relayFacts(): Promise<void> {
  while (!isStopping) {
    try {
      const taken = await handleWaitingFacts(handlers, currentInstant());
      if (taken === 0) await pause(IDLE_MILLISECONDS);
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read');
      await pause(AFTER_FAILURE_MILLISECONDS);
    }
  }
}

async function runDailyTasks(): Promise<void> {
  for (const task of dailyTasks) {
    await task(currentInstant()).catch((error: unknown) => {
      log.error({ err: error }, 'a daily task failed');
    });
  }
}

function stop(signal: string) {
  log.info({ signal }, 'worker stops after what it has begun');
  isStopping = true;
  wake();
}

requireEnvironment();
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

const daily = setInterval(runDailyTasks, DAILY_MILLISECONDS);
await runDailyTasks();
log.info('worker ready');
await relayFacts();
clearInterval(daily);
await db.$disconnect();
