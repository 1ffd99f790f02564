import { once } from 'node:events';
import { Failure } from './failure.mjs';
import { stopProcess } from './processes.mjs';

const CALM = 60_000;

/**
 * Something that must not end by itself. When it does, it is started once more; when it ends again
 * within a minute, it is lost, and `onLost` hears one sentence about it.
 *
 * @param {{
 *   name: string,
 *   start: () => Promise<import('node:child_process').ChildProcess>,
 *   onRestart?: (sentence: string) => void,
 *   onLost: (failure: Error) => void,
 *   stopRequests: [string, number][],
 * }} options
 */
export async function keepRunning({ name, start, onRestart, onLost, stopRequests }) {
  let stopping = false;
  let restarting = Promise.resolve();
  let lastRestart = Number.NEGATIVE_INFINITY;
  let child = await start();
  watch();

  function watch() {
    once(child, 'exit').then(([code, signal]) => {
      if (!stopping) restarting = restart(signal ?? `exit code ${code}`);
    });
  }

  async function restart(reason) {
    const startedAt = performance.now();
    if (startedAt - lastRestart < CALM) {
      onLost(new Failure(`${name} stopped twice within a minute (${reason}).`));
      return;
    }
    lastRestart = startedAt;
    try {
      child = await start();
    } catch (error) {
      const cause = error instanceof Failure ? error.message : String(error);
      onLost(new Failure(`${name} stopped (${reason}) and did not start again. ${cause}`));
      return;
    }
    if (stopping) return;
    watch();
    const took = ((performance.now() - startedAt) / 1000).toFixed(1);
    onRestart?.(`${name} stopped unexpectedly (${reason}) and runs again after ${took} s.`);
  }

  return {
    name,
    get pid() {
      return child.pid;
    },
    async stop() {
      stopping = true;
      await restarting;
      await stopProcess(child.pid, stopRequests);
    },
  };
}
