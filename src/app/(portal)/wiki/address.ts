import { pageHref } from '@/features/wiki/addresses';

type Params = { space: string; path: string[] };

/** The page that an address names; segments arrive as they stand in the address. */
export function addressIn({ space, path }: Params) {
  const address = { spaceSlug: decoded(space), path: path.map(decoded).join('/') };
  const within = pageHref(address).replace(/^\/wiki\//, '/');
  return {
    ...address,
    href: pageHref(address),
    moveHref: `/wiki-move${within}`,
    editHref: `/wiki-edit${within}`,
    commentsHref: `/wiki-comments${within}`,
    proposeHref: `/wiki-propose${within}`,
    historyHref: `/wiki-history${within}`,
    reviewHref: `/wiki-review${within}`,
  };
}

export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
