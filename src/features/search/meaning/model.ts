import { Worker } from 'node:worker_threads';

/** Turns texts into numbers that are near when the texts mean the same. */
export type MeaningModel = {
  /** Meanings of different models are never compared. */
  id: string;
  dimensions: number;
  /** @param isUrgent somebody waits for it: it goes before what is done in the background */
  embed: (texts: readonly string[], isUrgent?: boolean) => Promise<Float32Array[]>;
  close: () => Promise<void>;
};

type Answer = { id: number; vectors?: Float32Array[]; error?: string };
type Waiting = {
  texts: readonly string[];
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: Error) => void;
};

const TOKENS_MAX = 64;

/** The model that ships with the portal. Its thread is started when the first text comes. */
export function builtInModel(): MeaningModel {
  let thread: Worker | null = null;
  let current: { id: number; job: Waiting } | null = null;
  let lastId = 0;
  const urgent: Waiting[] = [];
  const patient: Waiting[] = [];

  function start(): Worker {
    // Without what the process itself was started with: the thread is plain JavaScript.
    const started = new Worker(new URL('./model-thread.mjs', import.meta.url), { execArgv: [] });
    started.unref();
    started.on('message', ({ id, vectors, error }: Answer) => {
      if (current?.id !== id) return;
      const { job } = current;
      current = null;
      if (vectors) job.resolve(vectors);
      else job.reject(new Error(error));
      next();
    });
    started.on('error', (error) => {
      thread = null;
      current?.job.reject(error instanceof Error ? error : new Error(String(error)));
      current = null;
      next();
    });
    return started;
  }

  function next(): void {
    if (current) return;
    const job = urgent.shift() ?? patient.shift();
    if (!job) return;
    thread ??= start();
    lastId += 1;
    current = { id: lastId, job };
    thread.postMessage({ id: lastId, texts: job.texts, tokens: TOKENS_MAX });
  }

  return {
    id: `use-lite-${TOKENS_MAX}`,
    dimensions: 512,
    embed: (texts, isUrgent = false) =>
      new Promise((resolve, reject) => {
        if (texts.length === 0) return resolve([]);
        (isUrgent ? urgent : patient).push({ texts, resolve, reject });
        next();
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}
