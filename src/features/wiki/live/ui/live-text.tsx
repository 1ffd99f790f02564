'use client';

import {
  type ComponentType,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { DRAFT_BROUGHT_BACK } from '@/ui/draft-keeper';
import type { LiveEditor, LiveSession } from './live-editor';

type LiveTextProps = {
  pageId: string;
  form: RefObject<HTMLFormElement | null>;
  /** What the form was sent with. */
  markdown: string;
  hasUnsavedText: boolean;
  onLive: () => void;
  /** The plain field: there until the live editor is, and where there is none. */
  children: (isLive: boolean) => ReactNode;
};

type Open = {
  session: LiveSession;
  Editor: ComponentType<Parameters<typeof LiveEditor>[0]>;
  takesFocus: boolean;
};

const PATIENCE_MILLISECONDS = 6_000;
const FIELD = 'markdown';

/**
 * Lets the live editor take the place of a form's text once it is connected. What was typed before
 * that goes along; without a connection the form stays as it is, and says so.
 */
export function LiveText({
  pageId,
  form,
  markdown,
  hasUnsavedText,
  onLive,
  children,
}: LiveTextProps) {
  const [open, setOpen] = useState<Open | 'connecting' | 'unreachable'>('connecting');
  const sentMarkdown = useRef(markdown);

  useEffect(() => {
    let isGone = false;
    let session: LiveSession | undefined;
    const begin = async () => {
      const editor = await import('./live-editor');
      if (isGone) return;
      session = new editor.LiveSession(pageId);
      const isReady = await session.isReady(PATIENCE_MILLISECONDS);
      if (isGone) return;
      if (!isReady) {
        session.leave();
        return setOpen('unreachable');
      }
      const field = fieldOf(form.current);
      const takesFocus = document.activeElement === field;
      await takeAlong(session, sentMarkdown.current, field?.value ?? sentMarkdown.current);
      onLive();
      setOpen({ session, Editor: editor.LiveEditor, takesFocus });
    };
    begin().catch(() => setOpen('unreachable'));
    return () => {
      isGone = true;
      session?.leave();
    };
  }, [pageId, form, onLive]);

  const session = typeof open === 'string' ? null : open.session;
  useSentAlong(form, session);

  const refresh = useCallback(() => {
    form.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [form]);

  return (
    <>
      <div hidden={session !== null}>{children(session !== null)}</div>
      {open === 'unreachable' && (
        <p role="status" className="-mt-2 mb-4 text-sm text-muted">
          Writing together cannot be reached just now, so this is the plain form: others do not see
          what you type until you save it.
        </p>
      )}
      {typeof open !== 'string' && (
        <open.Editor
          session={open.session}
          takesFocus={open.takesFocus}
          savedMarkdown={hasUnsavedText ? markdown : null}
          pageId={pageId}
          onChange={refresh}
        />
      )}
    </>
  );
}

function fieldOf(form: HTMLFormElement | null): HTMLTextAreaElement | null {
  const field = form?.elements.namedItem(FIELD);
  return field instanceof HTMLTextAreaElement ? field : null;
}

/** Brings what was typed into the plain field before into the text that everybody shares. */
async function takeAlong(session: LiveSession, sent: string, typed: string) {
  const base = withPlainBreaks(sent);
  const written = withPlainBreaks(typed);
  if (base === written) return;
  const [{ mergeTexts }, { rewrite }] = await Promise.all([
    import('../../editing/merging'),
    import('../text-state'),
  ]);
  rewrite(session.text, mergeTexts(base, session.text.toString(), written).text);
}

const withPlainBreaks = (text: string) => text.replace(/\r\n?/g, '\n');

/** The form sends the live text in place of its field’s, with what the server needs to know of it. */
function useSentAlong(form: RefObject<HTMLFormElement | null>, session: LiveSession | null) {
  useEffect(() => {
    const around = form.current;
    if (!around || !session) return;
    let isBeingSent = false;
    const begin = () => {
      isBeingSent = true;
      setTimeout(() => {
        isBeingSent = false;
      });
    };
    const fill = ({ formData }: FormDataEvent) => {
      formData.set(FIELD, session.text.toString());
      if (session.baseNumber !== null) formData.set('baseNumber', String(session.baseNumber));
      if (isBeingSent) formData.set('liveUpdate', session.everything());
    };
    // A draft of the plain form that somebody brings back.
    const follow = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      void import('../text-state').then(({ rewrite }) =>
        rewrite(session.text, withPlainBreaks(detail)),
      );
    };
    around.addEventListener('submit', begin, { capture: true });
    around.addEventListener('formdata', fill);
    around.addEventListener(DRAFT_BROUGHT_BACK, follow);
    return () => {
      around.removeEventListener('submit', begin, { capture: true });
      around.removeEventListener('formdata', fill);
      around.removeEventListener(DRAFT_BROUGHT_BACK, follow);
    };
  }, [form, session]);
}
