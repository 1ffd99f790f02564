import { createHash } from 'node:crypto';
import type { PlanSummary } from '../schema';
import type { ChangeLine } from './plan';

/** Two plans with one fingerprint tell their reader the same, word for word. */
export function fingerprintOf(lines: readonly ChangeLine[]): string {
  const hash = createHash('sha256');
  for (const { subject, outcome, title, detail, line } of lines) {
    hash.update(JSON.stringify([subject, outcome, title, detail, line]));
  }
  return hash.digest('hex');
}

export function summaryOf(lines: readonly ChangeLine[]): PlanSummary {
  const counts: PlanSummary['counts'] = {};
  for (const { subject, outcome } of lines) {
    const ofSubject = counts[subject] ?? {};
    ofSubject[outcome] = (ofSubject[outcome] ?? 0) + 1;
    counts[subject] = ofSubject;
  }
  return { fingerprint: fingerprintOf(lines), counts };
}
