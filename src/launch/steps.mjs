import { Failure } from './failure.mjs';

const TITLE_WIDTH = 26;
const NOTE_WIDTH = 40;

/**
 * Prints one line per step: what it is, what came of it, how long it took. `signal` ends the run
 * between two steps once somebody asked to stop.
 */
export function stepPrinter(signal, write = (text) => process.stdout.write(text)) {
  return async function step(title, work) {
    signal.throwIfAborted();
    const startedAt = performance.now();
    write(`  ${title.padEnd(TITLE_WIDTH)}`);
    try {
      const note = (await work()) ?? 'done';
      write(`${note.padEnd(NOTE_WIDTH)} ${seconds(startedAt)}\n`);
    } catch (error) {
      const note = signal.aborted ? 'stopped' : 'failed';
      write(`${note.padEnd(NOTE_WIDTH)} ${seconds(startedAt)}\n`);
      throw error;
    }
    signal.throwIfAborted();
  };
}

export function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`;
}

/** One sentence for what the person can put right; the whole stack for what is our own fault. */
export function describeFailure(error) {
  return error instanceof Failure ? error.message : (error?.stack ?? String(error));
}
