'use client';

import { useContext, useEffect, useRef, useState } from 'react';
import { currentInstant } from '@/foundation/clock';
import { Button } from './button';
import { FormState } from './form/state';

type Kept = { at: string; values: Record<string, string> };

const WRITE_AFTER_MILLISECONDS = 400;

/**
 * Keeps the texts of the form around it in this browser while they are typed, and offers them again
 * when the page was left before they were sent. Without JavaScript it is not there.
 */
export function DraftKeeper({ draftKey }: { draftKey: string }) {
  const anchor = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Kept | null>(null);
  const place = `draft:${draftKey}`;
  const state = useContext(FormState);
  const wasSent = useRef(false);

  useEffect(() => {
    // The server said no, or only looked at it: the words are not stored, and stay kept here.
    if (state.status === 'invalid' || state.status === 'refused') wasSent.current = false;
    // Stored, and the form is still here for the next words.
    if (state.status === 'done' && wasSent.current) window.localStorage.removeItem(place);
  }, [state, place]);

  useEffect(() => {
    const form = anchor.current?.closest('form');
    if (!form) return;
    const kept = read(place);
    if (kept && differs(form, kept)) setFound(kept);

    let timer: ReturnType<typeof setTimeout>;
    const keep = () => {
      wasSent.current = false;
      clearTimeout(timer);
      timer = setTimeout(() => write(place, form), WRITE_AFTER_MILLISECONDS);
    };
    const send = () => {
      clearTimeout(timer);
      write(place, form);
      wasSent.current = true;
    };
    form.addEventListener('input', keep);
    form.addEventListener('submit', send);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', keep);
      form.removeEventListener('submit', send);
      // The page is left after sending: it went well, or the form would still be here.
      if (wasSent.current) window.localStorage.removeItem(place);
    };
  }, [place]);

  const bringBack = () => {
    const form = anchor.current?.closest('form');
    if (form && found) {
      fill(form, found);
      form.dispatchEvent(new Event('input', { bubbles: true }));
    }
    setFound(null);
  };
  const discard = () => {
    window.localStorage.removeItem(place);
    setFound(null);
  };

  return (
    <div ref={anchor}>
      {found && (
        <div
          role="status"
          className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-notice px-3.5 py-2 text-sm text-notice-ink"
        >
          <span>You left here with words that were not sent, on {inWords(found.at)}.</span>
          <span className="flex gap-2">
            <Button size="small" onClick={bringBack}>
              Bring them back
            </Button>
            <Button size="small" look="quiet" onClick={discard}>
              Discard
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Sent at a field that is kept elsewhere (`data-kept-elsewhere`), with the text that a draft had for it. */
export const DRAFT_BROUGHT_BACK = 'draftbroughtback';

const isKeptElsewhere = ({ dataset }: Control) => dataset.keptElsewhere === 'true';

/** What a person types or chooses; marks and hidden values are the form's own. */
function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement &&
        ['text', 'date', 'number', 'url'].includes(element.type)),
  );
}

function read(place: string): Kept | null {
  try {
    return JSON.parse(window.localStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}

function write(place: string, form: HTMLFormElement) {
  const kept = controls(form).filter((control) => !isKeptElsewhere(control));
  const values = Object.fromEntries(kept.map(({ name, value }) => [name, value]));
  try {
    window.localStorage.setItem(
      place,
      JSON.stringify({ at: currentInstant().toISOString(), values }),
    );
  } catch {
    // A browser that keeps nothing keeps no draft; the form works all the same.
  }
}

const differs = (form: HTMLFormElement, { values }: Kept) =>
  controls(form).some(({ name, value }) => (values[name] ?? value) !== value);

function fill(form: HTMLFormElement, { values }: Kept) {
  for (const control of controls(form)) {
    const kept = values[control.name];
    if (kept === undefined) continue;
    if (isKeptElsewhere(control)) {
      control.dispatchEvent(new CustomEvent(DRAFT_BROUGHT_BACK, { bubbles: true, detail: kept }));
    } else control.value = kept;
  }
}

const inWords = (at: string) =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
