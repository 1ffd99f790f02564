'use client';

import type { EditorView } from '@codemirror/view';
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { MARKDOWN_MAX } from '../../limits';
import { editsBetween } from '../edits';
import { type FormatName, formats } from './formatting';
import type { LiveSession } from './live-session';
import { LiveStatus } from './live-status';
import { openTextView } from './text-view';
import { Toolbar } from './toolbar';

export { LiveSession } from './live-session';

type LiveEditorProps = {
  session: LiveSession;
  pageId: string;
  /** Somebody was writing in the form when this took its place. */
  takesFocus: boolean;
  /** The text of the saved page, when there is something to go back from. */
  savedMarkdown: string | null;
  onChange: () => void;
};

/** The editor that everybody in the page shares. */
export function LiveEditor({
  session,
  pageId,
  takesFocus,
  savedMarkdown,
  onChange,
}: LiveEditorProps) {
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [fileNews, setFileNews] = useState<string | null>(null);
  const [canGoBack, setCanGoBack] = useState(savedMarkdown !== null);
  const id = useId();
  const [label, status, text] = [`${id}-label`, `${id}-status`, `${id}-text`];

  useEffect(() => {
    if (!place.current) return;
    const opened = openTextView({
      parent: place.current,
      session,
      pageId,
      say: setFileNews,
      labelledBy: label,
      describedBy: status,
      maxLength: MARKDOWN_MAX,
    });
    view.current = opened;
    if (takesFocus) opened.focus();
    session.text.observe(onChange);
    return () => {
      session.text.unobserve(onChange);
      opened.destroy();
    };
  }, [session, pageId, takesFocus, onChange, label, status]);

  useEffect(() => {
    if (state.kept !== 'tab') return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [state.kept]);

  const apply = (name: FormatName) => {
    const format = formats.find((each) => each.name === name);
    if (view.current) format?.command(view.current);
    view.current?.focus();
  };
  const goBack = () => {
    if (view.current && savedMarkdown !== null) {
      const edits = editsBetween(session.text.toString(), savedMarkdown.replace(/\r\n?/g, '\n'));
      const changes = edits.map(({ at, remove, insert }) => ({
        from: at,
        to: at + remove,
        insert,
      }));
      view.current.dispatch({ changes });
      view.current.focus();
    }
    setCanGoBack(false);
  };

  return (
    <div>
      <span id={label} className="mb-1 block text-sm font-medium">
        Text, in Markdown
      </span>
      <div className="rounded-md border border-line-strong bg-raised focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        <Toolbar controls={text} formats={formats} apply={apply} />
        <div ref={place} id={text} className="max-h-[70dvh] overflow-y-auto pt-3" />
      </div>
      {fileNews && (
        <p role="status" className="mt-1.5 text-sm">
          {fileNews}
        </p>
      )}
      <LiveStatus state={state} id={status} />
      {canGoBack && (
        <p className="-mt-2 mb-4 text-sm">
          <button type="button" className="link" onClick={goBack}>
            Put back what the page says now
          </button>{' '}
          <span className="text-muted">(Ctrl+Z brings the unsaved text again)</span>
        </p>
      )}
    </div>
  );
}
