'use client';

import { type ComponentProps, useId, useRef, useState } from 'react';
import { Field } from '@/ui/form/field';

type Offer = { href: string; title: string; spaceName: string };

const PAUSE_MILLISECONDS = 180;

/** A field that takes a page's address or title, and offers pages while one types. */
export function PageField(props: ComponentProps<typeof Field>) {
  const listId = useId();
  const [offers, setOffers] = useState<Offer[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function offerSoon(typed: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const answer = await fetch(`/api/wiki/completions?q=${encodeURIComponent(typed)}`).catch(
        () => null,
      );
      if (answer?.ok) setOffers(((await answer.json()) as { pages: Offer[] }).pages);
    }, PAUSE_MILLISECONDS);
  }

  return (
    <>
      <Field
        {...props}
        list={listId}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => offerSoon(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {offers.map(({ href, title, spaceName }) => (
          <option key={href} value={href}>
            {`${title} · ${spaceName}`}
          </option>
        ))}
      </datalist>
    </>
  );
}
