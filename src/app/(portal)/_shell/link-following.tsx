'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { followedLink } from './followed-link';

/** Answers of route handlers are documents or files of their own. */
const NOT_A_PAGE = /^\/(api|files)\//;

/**
 * Follows links without loading the document anew, for all of them with one listener: a component
 * for each link made a page of a hundred links a third dearer to render.
 */
export function LinkFollowing() {
  const router = useRouter();

  useEffect(() => {
    function onClick(event: MouseEvent) {
      const link = event.defaultPrevented ? null : followedLink(event);
      if (!link || NOT_A_PAGE.test(link.pathname)) return;
      event.preventDefault();
      // The menu of a narrow screen lies over the page that was chosen in it.
      link.closest<HTMLElement>('[popover]')?.hidePopover?.();
      router.push(`${link.pathname}${link.search}${link.hash}`);
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);

  return null;
}
