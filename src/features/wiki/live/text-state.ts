import * as Y from 'yjs';
import { editsBetween } from './edits';
import { LIVE_TEXT } from './protocol';

/** A Yjs document that says this text, with the line breaks of a form. */
export function stateSaying(markdown: string): Uint8Array {
  const document = new Y.Doc();
  document.getText(LIVE_TEXT).insert(0, markdown.replace(/\r\n?/g, '\n'));
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  return state;
}

/** What a Yjs document says. */
export function textOf(state: Uint8Array): string {
  const document = documentOf(state);
  const text = document.getText(LIVE_TEXT).toString();
  document.destroy();
  return text;
}

export function documentOf(state: Uint8Array): Y.Doc {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  return document;
}

/** Makes a text say something else by the smallest edits, so that cursors and other edits keep their place. */
export function rewrite(text: Y.Text, markdown: string, origin?: unknown): void {
  const edits = editsBetween(text.toString(), markdown);
  if (edits.length === 0) return;
  const change = () => {
    // From the end, so that the places of the edits before it still hold.
    for (const { at, remove, insert } of edits.toReversed()) {
      if (remove > 0) text.delete(at, remove);
      if (insert) text.insert(at, insert);
    }
  };
  if (text.doc) text.doc.transact(change, origin);
  else change();
}
