'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { followedLink } from './followed-link';

const PATIENCE_MILLISECONDS = 100;

/** A thin line at the top while the next page is on its way, so that a click is always answered. */
export function Progress() {
  const path = usePathname();
  const query = useSearchParams();
  const [isOnItsWay, setOnItsWay] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the new address is what ends the wait
  useEffect(() => {
    clearTimeout(timer.current);
    setOnItsWay(false);
  }, [path, query]);

  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (!followedLink(event)) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setOnItsWay(true), PATIENCE_MILLISECONDS);
    }
    document.addEventListener('click', onClick);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('click', onClick);
    };
  }, []);

  return isOnItsWay ? (
    <div
      role="progressbar"
      aria-label="Loading"
      className="fixed inset-x-0 top-0 z-50 h-0.5 bg-accent-soft"
    >
      <div className="h-full w-1/3 animate-pulse bg-accent" />
    </div>
  ) : null;
}
