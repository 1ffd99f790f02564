import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import * as Y from 'yjs';
import { pages, people } from './completions';
import { formats } from './formatting';
import type { LiveSession } from './live-session';
import { pastedFiles } from './pasted-files';

type TextViewOptions = {
  parent: HTMLElement;
  session: LiveSession;
  pageId: string;
  /** Shows what became of a file. */
  say: (message: string | null) => void;
  /** The ids of what names and describes the text. */
  labelledBy: string;
  describedBy: string;
  maxLength: number;
};

/** The text as one writes in it: everybody's, with everybody's cursors. */
export function openTextView(options: TextViewOptions): EditorView {
  const { parent, session, maxLength, ...names } = options;
  const undoManager = new Y.UndoManager(session.text);
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: session.text.toString(),
      extensions: [
        // Characters are counted as in the shared text, whatever line breaks somebody pastes.
        EditorState.lineSeparator.of('\n'),
        EditorView.clipboardInputFilter.of((text) =>
          text.replace(/\r\n?/g, '\n').replaceAll('\0', ''),
        ),
        yCollab(session.text, session.awareness, { undoManager }),
        writableWithin(maxLength),
        pastedFiles(options.pageId, options.say),
        keymap.of([
          ...yUndoManagerKeymap,
          ...formats.map(({ key, command }) => ({ key, run: command, preventDefault: true })),
          // Sends the form around the editor.
          { key: 'Mod-Enter', run: () => true },
          ...completionKeymap,
          // Tab is left to the page, so that a keyboard comes in and out.
          ...defaultKeymap,
        ]),
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        syntaxHighlighting(looks),
        autocompletion({ override: [people, pages], icons: false }),
        EditorView.lineWrapping,
        drawSelection(),
        theme,
        EditorView.contentAttributes.of({
          'aria-labelledby': names.labelledBy,
          'aria-describedby': names.describedBy,
          spellcheck: 'true',
          autocapitalize: 'sentences',
          // Said aloud, so that the scrolled box around it counts as reachable by keyboard.
          tabindex: '0',
        }),
      ],
    }),
  });
}

/** A page holds so much; what is typed or pasted above that is not taken. Others’ words always are. */
const writableWithin = (maxLength: number): Extension =>
  EditorState.transactionFilter.of((transaction) => {
    const isOwn = transaction.isUserEvent('input');
    const grows = transaction.newDoc.length > transaction.startState.doc.length;
    return isOwn && grows && transaction.newDoc.length > maxLength ? [] : transaction;
  });

const looks = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: tags.monospace, backgroundColor: 'var(--sunken)' },
  {
    tag: [tags.processingInstruction, tags.meta, tags.contentSeparator],
    color: 'var(--ink-muted)',
  },
  { tag: tags.quote, color: 'var(--ink-muted)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono, ui-monospace, monospace)', lineHeight: '1.5rem' },
  '.cm-content': { padding: '0.5rem 0', minHeight: '24rem', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    {
      background: 'color-mix(in oklab, var(--accent) 26%, transparent)',
    },
  '.cm-ySelectionInfo': {
    opacity: '1',
    padding: '0 0.25rem',
    borderRadius: '3px 3px 3px 0',
    fontFamily: 'var(--font-sans, sans-serif)',
    fontSize: '0.6875rem',
    lineHeight: '1rem',
    top: '-1rem',
  },
  '.cm-ySelectionCaretDot': { display: 'none' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-sans, sans-serif)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.625rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-completionDetail': { color: 'var(--ink-muted)', fontStyle: 'normal' },
});
