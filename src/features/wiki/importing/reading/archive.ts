import type { Readable } from 'node:stream';
import { MARKDOWN_MAX } from '../../schema';
import type { Refusal } from '../source-folder';

/** Files as they lie in a folder, a ZIP file or a repository, before anybody knows what they mean. */
export type Archive = {
  /** In the order of their names. */
  files: { file: string; size: number }[];
  refused: Refusal[];
  open(file: string): Promise<Readable>;
  close(): Promise<void>;
};

export const NOT_UTF8 = 'It is not written in UTF-8.';
export const TOO_LONG = 'It is longer than a page can hold.';

/** A text of an archive, or the reason why it is none. */
export async function readText(
  archive: Archive,
  { file, size }: { file: string; size: number },
  maximum = MARKDOWN_MAX,
): Promise<{ text: string } | { refusal: string }> {
  if (size > maximum) return { refusal: TOO_LONG };
  const chunks: Buffer[] = [];
  for await (const chunk of await archive.open(file)) chunks.push(chunk as Buffer);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { text: normalised(text) };
  } catch (error) {
    if (error instanceof TypeError) return { refusal: NOT_UTF8 };
    throw error;
  }
}

// Postgres stores no NUL, and the same text with other line ends is no other text.
const normalised = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');

const HIDDEN = /(?:^|\/)(?:\.|node_modules(?:\/|$)|__MACOSX(?:\/|$)|Thumbs\.db$|desktop\.ini$)/;

/** What tools and systems leave behind, such as a repository's own folder. */
export const isHidden = (file: string) => HIDDEN.test(file);

export const byName = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
