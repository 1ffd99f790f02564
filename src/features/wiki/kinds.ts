/** What a page is for. */
export const PAGE_KINDS = [
  { value: 'BEST_PRACTICE', label: 'Best practice' },
  { value: 'MODEL_ARCHITECTURE', label: 'Model architecture' },
  { value: 'DATA_PIPELINE_PATTERN', label: 'Data-pipeline pattern' },
  { value: 'LESSONS_LEARNED', label: 'Lessons learned' },
  { value: 'HOW_TO', label: 'How-to' },
  { value: 'PAPER_NOTES', label: 'Paper notes' },
  { value: 'GLOSSARY_ENTRY', label: 'Glossary entry' },
] as const;

export type PageKind = (typeof PAGE_KINDS)[number]['value'];

export const pageKindName = (kind: PageKind) =>
  PAGE_KINDS.find(({ value }) => value === kind)?.label ?? kind;

/** A kind as part of an address: `how-to`. */
export const kindSlug = (kind: PageKind) => kind.toLowerCase().replaceAll('_', '-');

/** `how-to`, `How-to` and `HOW_TO` are the same kind of page. */
export function kindFrom(written: string | null | undefined): PageKind | null {
  const name = written?.toUpperCase().replace(/[\s-]+/g, '_');
  return PAGE_KINDS.find(({ value }) => value === name)?.value ?? null;
}
