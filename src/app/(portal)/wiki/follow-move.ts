import { permanentRedirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { type PageAddress, pageHref } from '@/features/wiki/addresses';
import { findMovedTo } from '@/features/wiki/moving/queries';

/** Leads on for good to where a page lies now, when it once lay at this address; else does nothing. */
export async function followMove(
  address: PageAddress,
  section = '/wiki',
  query = '',
): Promise<void> {
  const moved = await findMovedTo(await requestContext(), address);
  if (moved) permanentRedirect(pageHref(moved).replace(/^\/wiki/, section) + query);
}
