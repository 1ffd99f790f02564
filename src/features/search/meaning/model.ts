import { Worker } from 'node:worker_threads';
import { PIECES_MAX } from './encoder/encoder';

/** Turns texts into numbers that are near when the texts mean the same. */
export type MeaningModel = {
  /** Meanings of different models are never compared. */
  id: string;
  dimensions: number;
  /** How many batches it works on at once. */
  lanes: number;
  /** @param isUrgent somebody waits for it: it goes before what is done in the background */
  embed: (texts: readonly string[], isUrgent?: boolean) => Promise<Float32Array[]>;
  close: () => Promise<void>;
};

type Answer = { vectors?: Float32Array[]; error?: string };
type Waiting = {
  texts: readonly string[];
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: Error) => void;
};

/** A second thread is worth its memory while so many batches wait, as after an import. */
const BATCHES_FOR_SECOND_THREAD = 6;
const SECOND_THREAD_LEAVES_AFTER_MILLISECONDS = 30_000;

type Lane = { thread: Worker; job: Waiting | null; leaving: NodeJS.Timeout | null };

/**
 * The model that ships with the portal. Its thread is started when the first text comes; a second one
 * helps while much waits, and leaves again.
 */
export function builtInModel(): MeaningModel {
  const lanes: (Lane | undefined)[] = [undefined, undefined];
  const urgent: Waiting[] = [];
  const patient: Waiting[] = [];

  function start(at: number): Lane {
    const thread = new Worker(new URL('./model-thread.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
    });
    const lane: Lane = { thread, job: null, leaving: null };
    thread.unref();
    thread.on('message', ({ vectors, error }: Answer) => {
      const { job } = lane;
      lane.job = null;
      if (vectors) job?.resolve(vectors);
      else job?.reject(new Error(error));
      if (!take(at)) leaveLater(at);
    });
    thread.on('error', (error) => {
      lanes[at] = undefined;
      lane.job?.reject(error instanceof Error ? error : new Error(String(error)));
      take(at);
    });
    return lane;
  }

  /** Gives a free lane its next batch; those somebody waits for go first, and in the first lane only. */
  function take(at: number): boolean {
    if (lanes[at]?.job) return true;
    const job = (at === 0 ? urgent.shift() : undefined) ?? patient.shift();
    if (!job) return false;
    const lane = lanes[at] ?? start(at);
    lanes[at] = lane;
    if (lane.leaving) clearTimeout(lane.leaving);
    lane.leaving = null;
    lane.job = job;
    lane.thread.postMessage(job.texts);
    return true;
  }

  function leaveLater(at: number): void {
    const lane = lanes[at];
    if (at === 0 || !lane) return;
    lane.leaving = setTimeout(() => {
      lanes[at] = undefined;
      void lane.thread.terminate();
    }, SECOND_THREAD_LEAVES_AFTER_MILLISECONDS);
    lane.leaving.unref();
  }

  return {
    id: `use-lite-${PIECES_MAX}`,
    dimensions: 512,
    lanes: lanes.length,
    embed: (texts, isUrgent = false) =>
      new Promise((resolve, reject) => {
        if (texts.length === 0) return resolve([]);
        (isUrgent ? urgent : patient).push({ texts, resolve, reject });
        take(0);
        if (patient.length >= BATCHES_FOR_SECOND_THREAD || lanes[1]) take(1);
      }),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane?.thread.terminate()));
    },
  };
}
