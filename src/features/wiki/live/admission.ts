import * as Y from 'yjs';
import { MARKDOWN_MAX } from '../limits';
import { LIVE_TEXT, type LiveRefusal } from './protocol';

/** Texts of two people who were offline are let in side by side; a revision still holds one. */
const LIVE_MAX = 2 * MARKDOWN_MAX;

/**
 * Looks at an update before it touches a document: it must be one, must write characters into the
 * page's text and nothing else, and must leave it at a length that can be cut down again.
 */
export function refusalOf(update: Uint8Array, length: number): LiveRefusal | null {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return 'malformed';
  }
  let written = 0;
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (!isOfTheText(struct)) return 'malformed';
    if (struct.content instanceof Y.ContentString) written += struct.length;
  }
  // What a browser sends anew after a lost connection was counted before, at most once.
  return length + written > LIVE_MAX + MARKDOWN_MAX ? 'too-long' : null;
}

const isOfTheText = ({ content, parent, parentSub }: Y.Item) =>
  (content instanceof Y.ContentDeleted ||
    // The database holds no such character; a text with one could not be stored any more.
    (content instanceof Y.ContentString && !content.str.includes('\0'))) &&
  parentSub === null &&
  (typeof parent !== 'string' || parent === LIVE_TEXT);
