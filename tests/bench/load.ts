import http from 'node:http';
import { performance } from 'node:perf_hooks';

export type Load = {
  p50: number;
  p95: number;
  requestsPerSecond: number;
  failures: number;
};

type Subject = { url: string; headers?: Record<string, string> };

/**
 * Asks one address again and again over kept-alive connections and measures each whole answer.
 * Milliseconds; an answer that is not 200 counts as a failure.
 * @param clients how many ask at the same time
 */
export async function measureLoad(
  subjects: readonly Subject[],
  { clients, milliseconds }: { clients: number; milliseconds: number },
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const took: number[] = [];
  let failures = 0;
  let next = 0;
  const startedAt = performance.now();
  const end = startedAt + milliseconds;

  async function client() {
    while (performance.now() < end) {
      const subject = subjects[next++ % subjects.length] as Subject;
      const before = performance.now();
      const status = await ask(subject, agent);
      took.push(performance.now() - before);
      if (status !== 200) failures++;
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - startedAt;
  agent.destroy();
  return { ...percentiles(took), requestsPerSecond: (took.length / elapsed) * 1000, failures };
}

/** The middle and the slow end of some durations, by nearest rank. */
export function percentiles(durations: readonly number[]): { p50: number; p95: number } {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

export function median(values: readonly number[]): number {
  return percentiles(values).p50;
}

function ask({ url, headers }: Subject, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers }, (response) => {
        response.on('error', reject);
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      })
      .on('error', reject);
  });
}

/** Milliseconds of a fixed piece of arithmetic: how fast this machine is, and how steady, right now. */
export function calibrate(): number {
  const before = performance.now();
  let sum = 0;
  for (let index = 1; index < 20_000_000; index++) sum += Math.sqrt(index) % 3;
  if (!Number.isFinite(sum)) throw new Error('The calibration loop was not run.');
  return performance.now() - before;
}
