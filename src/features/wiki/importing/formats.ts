/** What an archive can be; `auto` finds out by what lies in it. */
export const IMPORT_FORMATS = [
  { value: 'auto', label: 'Find out by itself' },
  { value: 'markdown', label: 'Markdown files' },
  { value: 'confluence', label: 'Confluence space, exported as HTML' },
  { value: 'notion', label: 'Notion, exported as Markdown & CSV' },
] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number]['value'];

export const ARCHIVE_MEGABYTES_MAX = 1_024;

export const importHref = (id?: string) => (id ? `/wiki-import/${id}` : '/wiki-import');
