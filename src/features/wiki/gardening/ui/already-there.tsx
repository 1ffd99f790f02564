'use client';

import { useEffect, useRef, useState } from 'react';

export type KnownPage = { href: string; title: string; spaceName: string };

const PAUSE_MILLISECONDS = 700;

/**
 * Says which pages there are already that a new page would repeat: as the server said with the
 * preview, and with script while one writes.
 */
export function AlreadyThere({ already }: { already: readonly KnownPage[] }) {
  const [found, setFound] = useState<readonly KnownPage[]>([]);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    let turn = 0;
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const mine = ++turn;
        const pages = await askFor(new FormData(form));
        if (pages && mine === turn) setFound(pages);
      }, PAUSE_MILLISECONDS);
    };
    form.addEventListener('input', lookSoon);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', lookSoon);
    };
  }, []);

  const shown = found.length > 0 ? found : already;
  return (
    <div ref={place} aria-live="polite">
      {shown.length > 0 && (
        <div className="mb-4 max-w-[75ch] rounded-md bg-notice px-3.5 py-2 text-sm text-notice-ink">
          <p>There is already something like this. Could you add to it instead?</p>
          <ul className="mt-1 list-disc pl-5">
            {shown.map(({ href, title, spaceName }) => (
              <li key={href}>
                <a href={href} className="link" target="_blank" rel="noreferrer">
                  {title}
                </a>{' '}
                ({spaceName})
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

async function askFor(form: FormData): Promise<KnownPage[] | null> {
  const answer = await fetch('/api/wiki/already', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: form.get('title'), markdown: form.get('markdown') }),
  }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
