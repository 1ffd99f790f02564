import { Worker } from 'node:worker_threads';
import type { Reading } from './reading';

const PAGES_MOST = 300;
const MEMORY_MEBIBYTES = 256;

/** Reads what a PDF says, in bounded time and memory. */
export function readPdf(
  bytes: Uint8Array,
  { milliseconds, charactersMost }: { milliseconds: number; charactersMost: number },
): Promise<Reading> {
  return new Promise((resolve) => {
    // Without what the process itself was started with: the thread is plain JavaScript.
    const thread = new Worker(new URL('./pdf-thread.mjs', import.meta.url), {
      execArgv: [],
      workerData: { bytes, pagesMost: PAGES_MOST, charactersMost },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEBIBYTES },
      stdout: true,
      stderr: true,
    });
    const settle = (reading: Reading) => {
      clearTimeout(patience);
      resolve(reading);
      void thread.terminate();
    };
    const patience = setTimeout(() => settle({ refusal: 'takes-too-long' }), milliseconds);
    thread.once('message', settle);
    thread.once('error', () => settle({ refusal: 'broken' }));
    thread.once('exit', () => settle({ refusal: 'broken' }));
  });
}
