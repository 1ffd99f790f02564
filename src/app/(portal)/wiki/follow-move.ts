import { permanentRedirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { type PageAddress, pageHref, spaceHref } from '@/features/wiki/addresses';
import { findMovedTo } from '@/features/wiki/moving/queries';

/** Leads on for good to where a page or a space lies now, when it once lay at this address; else does nothing. */
export async function followMove(
  address: PageAddress,
  section = '/wiki',
  query = '',
): Promise<void> {
  const moved = await findMovedTo(await requestContext(), address);
  if (!moved) return;
  const place = moved.path ? pageHref(moved) : spaceHref(moved.spaceSlug);
  permanentRedirect(place.replace(/^\/wiki/, section) + query);
}
