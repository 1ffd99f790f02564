/**
 * The link that a click asks to follow within this window and this portal; null for a click on
 * anything else, on a place of the same page, on a download, or one that opens elsewhere. What a
 * link marked `data-in-place` leads to, the page itself shows where there is JavaScript.
 */
export function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.button !== 0 || opensElsewhere) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.hasAttribute('download') || 'inPlace' in link.dataset) return null;
  if (link.target && link.target !== '_self') return null;
  return link.origin === location.origin && !isSamePage(link) ? link : null;
}

const isSamePage = (link: HTMLAnchorElement) =>
  link.pathname === location.pathname && link.search === location.search;
