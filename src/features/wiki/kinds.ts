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
