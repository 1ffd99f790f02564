'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import type { Passage, Place } from '../anchoring';
import { articleShown, highlightPlaces, passageOf, sectionsShown } from './passages';

// Most readers do not comment: the form is fetched when somebody asks for it.
const CommentForm = dynamic(() => import('./comment-form').then(({ CommentForm }) => CommentForm), {
  ssr: false,
});

type ComposerProps = {
  pageId: string;
  /** Where the form stands on a page of its own, for those without JavaScript. */
  writeHref: string;
  /** Where open threads stand in the article's text. */
  places: Place[];
};

type Offer = { passage: Passage; top: number; left: number };

const SETTLE_MILLISECONDS = 180;
const BUTTON_WIDTH = 120;

/** Writes a comment: on the words that are selected in the article, or on a section of it. */
export function Composer({ pageId, writeHref, places }: ComposerProps) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [passage, setPassage] = useState<Passage | null>(null);
  const [asked, setAsked] = useState(0);

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

  const write = () => setAsked((times) => times + 1);
  const begin = (chosen: Passage) => {
    setPassage(chosen);
    setOffer(null);
    write();
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
      {asked > 0 ? (
        <CommentForm pageId={pageId} sections={sectionsShown()} asked={asked}>
          {passage && <ChosenPassage passage={passage} onDrop={() => setPassage(null)} />}
        </CommentForm>
      ) : (
        <a
          href={writeHref}
          className="link no-print text-sm"
          data-in-place
          onClick={(event) => {
            event.preventDefault();
            write();
          }}
        >
          Write a comment
        </a>
      )}
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
