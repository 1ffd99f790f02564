import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { stopProcess } from './processes.mjs';

const CALM = 60_000;
const PAUSE = 5_000;

/**
 * Something that must not end by itself. When it does, it is started once more; when it ends again
 * within a minute, it is lost, and `onLost` hears one sentence about it; unless the rest can do
 * without it for a while (`isOptional`): then it is tried again after a pause, for as long as it takes.
 *
 * @param {{
 *   name: string,
 *   start: () => Promise<import('node:child_process').ChildProcess>,
 *   onRestart?: (sentence: string) => void,
 *   onLost: (failure: Error) => void,
 *   stopRequests: [string, number][],
 *   isOptional?: boolean,
 * }} options
 */
export async function keepRunning({
  name,
  start,
  onRestart,
  onLost,
  stopRequests,
  isOptional = false,
}) {
  let stopping = false;
  let restarting = Promise.resolve();
  let lastRestart = Number.NEGATIVE_INFINITY;
  const leaving = new AbortController();
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
      if (isOptional) return later(reason);
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

  async function later(reason) {
    onRestart?.(`${name} stopped again (${reason}); it is started anew in ${PAUSE / 1000} s.`);
    const { signal } = leaving;
    await sleep(PAUSE, null, { signal }).catch(() => {});
    if (stopping) return;
    lastRestart = Number.NEGATIVE_INFINITY;
    await restart(reason);
  }

  return {
    name,
    get pid() {
      return child.pid;
    },
    async stop() {
      stopping = true;
      leaving.abort();
      await restarting;
      await stopProcess(child.pid, stopRequests);
    },
  };
}
