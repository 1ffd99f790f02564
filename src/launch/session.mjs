import { describeFailure, stepPrinter } from './steps.mjs';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * One run of the launcher: does `work`, then stays until it is asked to stop or loses something it
 * cannot do without, and stops in reverse order what was started. Returns the exit code.
 *
 * @param {(run: {
 *   step: (title: string, work: () => Promise<string | void>) => Promise<void>,
 *   signal: AbortSignal,
 *   say: (text: string) => void,
 *   lose: (failure: Error) => void,
 *   atTheEnd: (name: string | null, stop: () => Promise<void> | void) => void,
 * }) => Promise<'stay' | 'done'>} work
 */
export async function session(work) {
  const { signal, lose } = stopRequests();
  const endings = [];
  let failure = null;
  try {
    const next = await work({
      step: stepPrinter(signal),
      signal,
      say,
      lose,
      atTheEnd: (name, stop) => endings.unshift({ name, stop }),
    });
    if (next === 'stay') await aborted(signal);
  } catch (error) {
    if (!signal.aborted) failure = error;
  }
  if (signal.reason instanceof Error) failure ??= signal.reason;
  if (failure) say(`\n  ${describeFailure(failure)}\n`);
  await stopAll(endings, Boolean(failure));
  return failure ? 1 : 0;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

async function stopAll(endings, quietly) {
  const startedAt = performance.now();
  const stopped = [];
  for (const { name, stop } of endings) {
    try {
      await stop();
      if (name) stopped.push(name);
    } catch (error) {
      say(`  ${name} did not stop: ${error.message}`);
    }
  }
  if (stopped.length > 0 && !quietly) {
    const took = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`\n  Stopped ${stopped.join(', ')} in ${took} s.`);
  }
}

function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Whatever ends the run aborts one signal: a person (the reason is then the name of the signal), a
 * service that is lost, or a fault of ours (the reason is then an error). npm passes on what the
 * terminal sent already, so the same request may come twice.
 */
function stopRequests() {
  const controller = new AbortController();
  const lose = (error) => controller.abort(error);
  for (const name of STOP_SIGNALS) process.on(name, () => controller.abort(name));
  process.on('uncaughtException', lose);
  process.on('unhandledRejection', lose);
  process.stdout.on('error', () => {}); // nobody reads along any more
  if (process.env.npm_lifecycle_event) whenParentDies(() => controller.abort('SIGHUP'));
  return { signal: controller.signal, lose };
}

/** npm, killed outright, passes nothing on; we are then handed to another parent. */
function whenParentDies(act) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), 1_000).unref();
}
