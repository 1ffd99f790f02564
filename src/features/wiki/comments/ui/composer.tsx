'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { beginThreadAction } from '../actions';
import type { Passage, Place } from '../anchoring';
import { articleShown, highlightPlaces, passageOf } from './passages';

type ComposerProps = {
  pageId: string;
  sections: { value: string; label: string }[];
  /** Where open threads stand in the article's text. */
  places: Place[];
};

type Offer = { passage: Passage; top: number; left: number };

const SETTLE_MILLISECONDS = 180;
const BUTTON_WIDTH = 120;

/** Writes a comment: on the words that are selected in the article, or on a section of it. */
export function Composer({ pageId, sections, places }: ComposerProps) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [passage, setPassage] = useState<Passage | null>(null);
  const frame = useRef<HTMLDetailsElement>(null);

  useEffect(() => highlightPlaces(places), [places]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setOffer(offerFor(window.getSelection())), SETTLE_MILLISECONDS);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, []);

  const begin = (chosen: Passage) => {
    setPassage(chosen);
    setOffer(null);
    if (frame.current) frame.current.open = true;
    requestAnimationFrame(() => frame.current?.querySelector('textarea')?.focus());
  };

  return (
    <>
      {offer && (
        <Button
          look="primary"
          size="small"
          className="no-print absolute z-20 shadow-lg"
          style={{ top: offer.top, left: offer.left }}
          // Pressed, it must not take the selection away before it is read.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => begin(offer.passage)}
        >
          Comment
        </Button>
      )}
      <details ref={frame} className="no-print">
        <summary className="text-sm text-accent">Write a comment</summary>
        <ActionForm action={beginThreadAction} className="mt-3 rounded-md border border-line p-4">
          <DraftKeeper draftKey={`wiki-comment ${pageId}`} />
          <input type="hidden" name="pageId" value={pageId} />
          {passage ? (
            <ChosenPassage passage={passage} onDrop={() => setPassage(null)} />
          ) : (
            sections.length > 0 && (
              <Select
                name="sectionId"
                label="On"
                options={sections}
                emptyLabel="The page as a whole"
              />
            )
          )}
          <TextArea
            name="body"
            label="Your comment"
            hint="Name people by their handle, as in @mira-sol. Addresses become links."
            rows={4}
          />
          <SubmitButton>Comment</SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}

function ChosenPassage({ passage, onDrop }: { passage: Passage; onDrop: () => void }) {
  return (
    <div className="mb-4">
      {Object.entries(passage).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <blockquote className="border-l-2 border-line-strong pl-3 text-[0.9375rem] text-muted">
        {passage.quote}
      </blockquote>
      <Button look="quiet" size="small" onClick={onDrop}>
        Not on this passage
      </Button>
    </div>
  );
}

function offerFor(selection: Selection | null): Offer | null {
  const article = articleShown();
  if (!article || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  const passage = passageOf(article, range);
  if (!passage) return null;
  const box = range.getBoundingClientRect();
  // The button is placed within the nearest positioned element, which is the page.
  return {
    passage,
    top: box.bottom + window.scrollY + 6,
    left: Math.max(8, Math.min(box.left + window.scrollX, window.innerWidth - BUTTON_WIDTH)),
  };
}
