'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { places } from './places';

// Neither is fetched before somebody asks for it.
const Palette = dynamic(() => import('./palette').then(({ Palette }) => Palette), { ssr: false });
const KeyboardHelp = dynamic(
  () => import('./keyboard-help').then(({ KeyboardHelp }) => KeyboardHelp),
  {
    ssr: false,
  },
);

const SEQUENCE_MILLISECONDS = 1200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keyboard first: `/` and ⌘K search, `g` and a letter goes, `e` edits, `?` helps. */
export function Shortcuts() {
  const router = useRouter();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  // What was typed between opening the palette and its arrival; null when nobody waits for it.
  const typedAhead = useRef<string | null>(null);

  useEffect(() => {
    let goingSince = Number.NEGATIVE_INFINITY;

    function openPalette() {
      typedAhead.current ??= '';
      setOpen('palette');
    }

    function onKeyDown(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (typedAhead.current !== null && event.key.length === 1) {
        typedAhead.current += event.key;
        event.preventDefault();
        return;
      }

      const isGoing = event.timeStamp - goingSince < SEQUENCE_MILLISECONDS;
      goingSince = Number.NEGATIVE_INFINITY;
      const place = isGoing && places.find(({ key }) => key === event.key);
      const shortcut = document.querySelector<HTMLElement>(
        `[data-shortcut="${CSS.escape(event.key)}"]`,
      );

      if (place) router.push(place.href);
      else if (event.key === 'g') goingSince = event.timeStamp;
      else if (event.key === '/') openPalette();
      else if (event.key === '?') setOpen('help');
      else if (shortcut) shortcut.click();
      else return;
      event.preventDefault();
    }

    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router]);

  const takeTypedAhead = useCallback(() => {
    const typed = typedAhead.current ?? '';
    typedAhead.current = null;
    return typed;
  }, []);
  const close = () => {
    typedAhead.current = null;
    setOpen(null);
  };
  return (
    <>
      {open === 'palette' && <Palette onClose={close} takeTypedAhead={takeTypedAhead} />}
      {open === 'help' && <KeyboardHelp onClose={close} />}
    </>
  );
}
