import { setImmediate as breathe } from 'node:timers/promises';
import { requestMissing } from '@/features/search/meaning/commands';
import { catchUp, type HeldMeanings, holdMeanings } from '@/features/search/meaning/held/queries';
import { builtInModel, type MeaningModel } from '@/features/search/meaning/model';
import { configuredModel } from '@/features/search/meaning/provider';
import { readingAhead } from '@/features/search/meaning/reading-ahead';
import { meaningSocketPath, type Question, serveMeaning } from '@/features/search/meaning/socket';
import { PARTS_TOGETHER, toBytes } from '@/features/search/meaning/vectors';
import { listUnrelated, relate } from '@/features/search/related/commands';
import { recountWords } from '@/features/search/vocabulary/commands';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { env } from '@/foundation/env';
import { log } from '@/foundation/log';

const IDLE_MILLISECONDS = 1_000;
const AFTER_FAILURE_MILLISECONDS = 10_000;
/** The first pages are opened in the first seconds, and the model takes a processor. */
const START_MILLISECONDS = 4_000;
/** How often another process is asked whether it still answers. */
const SERVE_AGAIN_EVERY = 15;
const QUESTIONS_REMEMBERED = 500;

type Rhythm = { isStopping: () => boolean; pause: (milliseconds: number) => Promise<void> };

const now = () => systemContext(currentInstant());

/** Reads what entries mean, answers what is near, and keeps related pages: beside the facts, in the background. */
export async function keepMeanings({ isStopping, pause }: Rhythm): Promise<void> {
  const model = chosenModel();
  let keeper: ReturnType<typeof aKeeper> | null = null;
  await pause(START_MILLISECONDS);
  while (!isStopping()) {
    try {
      keeper ??= aKeeper(model, model ? await holdMeanings(now(), model) : null);
      if (!(await keeper.step())) await pause(IDLE_MILLISECONDS);
      await breathe();
    } catch (error) {
      log.error({ err: error }, 'meanings could not be computed; trying again');
      await pause(AFTER_FAILURE_MILLISECONDS);
    }
  }
  await keeper?.close();
  await model?.close();
}

function chosenModel(): MeaningModel | null {
  const { EMBEDDINGS, EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key } = env;
  const dimensions = env.EMBEDDINGS_DIMENSIONS;
  if (EMBEDDINGS === 'off') return null;
  return url && model && dimensions
    ? configuredModel({ url, model, key, dimensions })
    : builtInModel();
}

function aKeeper(model: MeaningModel | null, held: HeldMeanings | null) {
  const unrelated = new Set<string>();
  const reading = model && readingAhead(model);
  let server: Awaited<ReturnType<typeof serveMeaning>> = null;
  let steps = 0;
  let day = '';

  /** Once a day, and at the start. */
  async function lookThrough() {
    const today = formatDay(dayOf(currentInstant()));
    if (today === day) return;
    day = today;
    await recountWords(now());
    if (model) await requestMissing(now(), model);
    for (const key of await listUnrelated(now())) unrelated.add(key);
  }

  async function serve() {
    if (!model || !held || server || steps % SERVE_AGAIN_EVERY !== 0) return;
    const socketPath = meaningSocketPath(env.DATABASE_URL, env.NEXTAUTH_SECRET);
    server = await serveMeaning(socketPath, answerer(model, held));
  }

  return {
    /** @returns whether there was something to do */
    async step(): Promise<boolean> {
      await lookThrough();
      await serve();
      steps += 1;
      if (model && reading && held) {
        const done = await reading.next(now);
        for (const key of await catchUp(now(), held, model)) unrelated.add(key);
        if (done > 0) return true;
      }
      const [key] = unrelated;
      if (!key) return false;
      unrelated.delete(key);
      await relate(now(), key, held?.table ?? null);
      return true;
    },
    async close() {
      server?.close();
      await reading?.end();
    },
  };
}

/** People repeat themselves, and typing repeats its beginning: the last questions are remembered. */
function answerer(model: MeaningModel, { table }: HeldMeanings) {
  const remembered = new Map<string, Int8Array>();
  return async ({ text, most }: Question) => {
    const known = remembered.get(text);
    const asked = known ?? toBytes((await model.embed([text], true))[0] ?? []);
    remembered.delete(text);
    remembered.set(text, asked);
    const [oldest] = remembered.keys();
    if (remembered.size > QUESTIONS_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return table.nearest(asked, most, { parts: PARTS_TOGETHER });
  };
}
