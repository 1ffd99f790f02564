import type { ChangeLine } from '../difference/plan';
import { changeOutcomes, type PlanSummary } from '../schema';

export const OUTCOME_NAMES = {
  refused: 'Refused',
  notice: 'To know',
  moved: 'Moved',
  ended: 'Ended',
  changed: 'Changed',
  added: 'Added',
  untouched: 'Untouched',
} as const;

export const SUBJECT_NAMES = {
  person: 'People',
  unit: 'Units',
  membership: 'Memberships',
  schedule: 'Schedules',
  file: 'File',
} as const;

/** How many lines of an outcome, over all subjects. */
export function countOf(
  counts: PlanSummary['counts'],
  outcome: (typeof changeOutcomes)[number],
): number {
  return Object.values(counts).reduce((sum, ofSubject) => sum + (ofSubject?.[outcome] ?? 0), 0);
}

/** A dry run as a terminal shows it: the counts, then the lines of each outcome as far as they were read. */
export function reportText(counts: PlanSummary['counts'], lines: readonly ChangeLine[]): string {
  const parts = changeOutcomes.flatMap((outcome) => {
    const count = countOf(counts, outcome);
    const shown = outcome === 'untouched' ? [] : lines.filter((line) => line.outcome === outcome);
    if (count === 0) return [];
    const more = count - shown.length;
    return [
      `${OUTCOME_NAMES[outcome]}: ${count}`,
      ...shown.map(lineText),
      ...(more > 0 && shown.length > 0 ? [`  … and ${more} more`] : []),
    ];
  });
  return `${parts.join('\n') || 'The file holds nothing.'}\n`;
}

const lineText = ({ line, title, detail }: ChangeLine) =>
  `  ${[line === null ? '' : `line ${line}: `, title, detail && title ? ': ' : '', detail].join('')}`;
