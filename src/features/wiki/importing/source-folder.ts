import type { Readable } from 'node:stream';
import type { ExportedFacts } from '../exporting/page-facts';

export type Refusal = { file: string; reason: string };

/** A page to be, as it was found. */
export type SourcePage = {
  file: string;
  markdown: string;
  /** What an export of a wiki told of the page beside its text. */
  facts?: ExportedFacts;
  /** Who wrote it last and when, where the source knows. */
  written?: { email: string; at: Date };
};

/** A folder of Markdown as it was found, with addresses relative to it. */
export type SourceFolder = {
  pages: SourcePage[];
  /** What else lies there: links may mean it, but it does not become a page. */
  otherFiles: string[];
  skipped: Refusal[];
  /** The bytes of one of the other files; without it they are only known by name. */
  open?: (file: string) => Promise<Readable>;
};
