/** The reports of a gardener, in the order in which one would weed. */
export const REPORTS = [
  { value: 'overdue', label: 'Read and overdue' },
  { value: 'unkept', label: 'Nobody keeps' },
  { value: 'broken', label: 'Broken links' },
  { value: 'unlinked', label: 'Nothing links to' },
  { value: 'alike', label: 'Nearly the same' },
  { value: 'missed', label: 'Searched in vain' },
] as const;

export type Report = (typeof REPORTS)[number]['value'];

export const reportNamed = (name: string | undefined): Report =>
  REPORTS.find(({ value }) => value === name)?.value ?? 'overdue';
