'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

import { useDiagrams } from './use-diagrams';

const PAUSE_MILLISECONDS = 350;

type PreviewOptions = { spaceSlug: string; path: string; html: string | null };

/** Keeps the rendered text beside the form: sent by the server with the form, and refreshed while writing. */
export function usePreview(form: RefObject<HTMLFormElement | null>, options: PreviewOptions) {
  const { spaceSlug, path } = options;
  const [html, setHtml] = useState(options.html);
  const [isLost, setLost] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  useEffect(() => {
    if (options.html !== null) setHtml(options.html);
  }, [options.html]);

  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      if (!form.current) return;
      const turn = ++latest.current;
      const rendered = await fetchPreview(new FormData(form.current), { spaceSlug, path });
      // An answer that was overtaken by a later one would show an older text.
      if (turn !== latest.current) return;
      setLost(rendered === null);
      if (rendered !== null) setHtml(rendered);
    }, PAUSE_MILLISECONDS);
  }, [form, spaceSlug, path]);

  useEffect(() => {
    refreshSoon();
    return () => clearTimeout(timer.current);
  }, [refreshSoon]);

  return { html: html ?? options.html, isLost, refreshSoon };
}

async function fetchPreview(
  form: FormData,
  address: { spaceSlug: string; path: string },
): Promise<string | null> {
  try {
    const answer = await fetch('/api/wiki/preview', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...address,
        title: form.get('title'),
        markdown: form.get('markdown'),
      }),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

export function Preview({ preview: { html, isLost } }: { preview: ReturnType<typeof usePreview> }) {
  const article = useRef<HTMLDivElement>(null);
  const draw = useDiagrams(article);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other diagrams
  useEffect(draw, [html, draw]);

  if (html === null) return null;
  return (
    <section
      aria-labelledby="preview"
      className="mt-8 min-w-0 border-line xl:mt-0 xl:border-l xl:pl-8"
    >
      <h2 id="preview" className="mb-3 text-sm font-medium text-muted">
        Preview{isLost && ', not up to date: the server cannot be reached'}
      </h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server's sanitiser wrote it */}
      <div ref={article} className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
