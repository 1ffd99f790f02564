import { pageHref, roomHref } from '@/features/wiki/addresses';

type Params = { space: string; path: string[] };

/** The page that an address names; segments arrive as they stand in the address. */
export function addressIn({ space, path }: Params) {
  const address = { spaceSlug: decoded(space), path: path.map(decoded).join('/') };
  return {
    ...address,
    href: pageHref(address),
    moveHref: roomHref('wiki-move', address),
    editHref: roomHref('wiki-edit', address),
    commentsHref: roomHref('wiki-comments', address),
    proposeHref: roomHref('wiki-propose', address),
    historyHref: roomHref('wiki-history', address),
    reviewHref: roomHref('wiki-review', address),
  };
}

export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
