'use client';

import { useLayoutEffect, useRef } from 'react';
import { takeOver } from './article-handover';
import { useDiagrams } from './use-diagrams';

// Articles read in this tab, for when the reader comes back by the browser's button.
const read = new Map<string, string>();

/**
 * Prints an article into the page on the server. In the browser it leaves what it finds there;
 * after a move within the application it finds nothing, and fetches the same HTML.
 */
export function PrintedArticle({ handover, revisionId }: { handover: string; revisionId: string }) {
  const article = useRef<HTMLElement>(null);
  const html = typeof window === 'undefined' ? takeOver(handover) : '';

  const draw = useDiagrams(article);

  useLayoutEffect(() => {
    const element = article.current;
    if (!element) return;
    if (element.firstChild) {
      read.set(revisionId, element.innerHTML);
      draw();
      return;
    }
    const known = read.get(revisionId);
    if (known !== undefined) {
      element.innerHTML = known;
      draw();
      return;
    }
    const leaving = new AbortController();
    fetchArticle(revisionId, leaving.signal).then((fetched) => {
      if (fetched === null) return;
      element.innerHTML = fetched;
      read.set(revisionId, fetched);
      draw();
    });
    return () => leaving.abort();
  }, [revisionId, draw]);

  return (
    <article
      ref={article}
      className="prose"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own sanitiser wrote it
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

async function fetchArticle(revisionId: string, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = await fetch(`/api/wiki/articles/${revisionId}`, { signal });
    if (answer.ok) return await answer.text();
  } catch {
    if (signal.aborted) return null;
  }
  // Without the text there is nothing to read here: the whole page is asked for again.
  window.location.reload();
  return null;
}
