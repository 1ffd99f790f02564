'use client';

import { useEffect, useState } from 'react';
import type { DirectoryHit } from '../directory/hits';

const PAUSE_MILLISECONDS = 110;

/** What the directory offers for a text while it is typed; nothing when the server cannot be reached. */
export function useDirectoryHits(text: string, only?: string): DirectoryHit[] {
  const [hits, setHits] = useState<DirectoryHit[]>([]);
  useEffect(() => {
    const typed = text.trim();
    if (typed === '') {
      setHits([]);
      return;
    }
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: typed, ...(only && { only }) });
        const answer = await fetch(`/api/directory?${query}`, { signal: request.signal });
        if (answer.ok) setHits((await answer.json()).hits);
      } catch {
        // Typed on, or offline: the form still works by sending it.
      }
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text, only]);
  return hits;
}
