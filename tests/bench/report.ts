import { loadavg } from 'node:os';
import { median } from './load';

export type Round = Record<
  string,
  { p50: number; p95: number; requestsPerSecond: number; failures: number }
>;

export type LoadSummary = {
  subject: string;
  p50: number;
  p95: number;
  requestsPerSecond: number;
  /** Slowest round's p50 over the fastest's. */
  spread: number;
  failures: number;
};

/** The median over the rounds, subject by subject, and how far the rounds lay apart. */
export function summarise(rounds: readonly Round[]): LoadSummary[] {
  const subjects = Object.keys(rounds[0] ?? {});
  return subjects.map((subject) => {
    const of = rounds.map((round) => round[subject]).filter((load) => load !== undefined);
    const p50s = of.map(({ p50 }) => p50);
    return {
      subject,
      p50: median(p50s),
      p95: median(of.map(({ p95 }) => p95)),
      requestsPerSecond: median(of.map(({ requestsPerSecond }) => requestsPerSecond)),
      spread: Math.max(...p50s) / Math.min(...p50s),
      failures: of.reduce((sum, { failures }) => sum + failures, 0),
    };
  });
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export function loadTable(title: string, summaries: LoadSummary[], floor: string): string {
  const base = summaries.find(({ subject }) => subject === floor);
  const rows = summaries.map((row) => {
    const ratio = base ? `${(row.p50 / base.p50).toFixed(2)} ×` : '–';
    const rate = base ? `${(row.requestsPerSecond / base.requestsPerSecond).toFixed(2)} ×` : '–';
    return `| ${row.subject} | ${figure(row.p50)} | ${figure(row.p95)} | ${figure(row.requestsPerSecond)} | ${ratio} | ${rate} | ${row.spread.toFixed(2)} | ${row.failures} |`;
  });
  return [
    `### ${title}`,
    '',
    `| subject | p50 ms | p95 ms | requests/s | p50 ÷ ${floor} | rate ÷ ${floor} | spread | failures |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

/** How busy the machine is, in runnable processes over the last minute. */
export const busyness = () => loadavg()[0] ?? 0;
