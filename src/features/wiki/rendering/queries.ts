import 'server-only';
import type { Transaction } from '@/foundation/db';
import { linkedPlace, linkResolver, type PageAddress, pageKey } from '../addresses';
import { findLinkedPages } from '../links/queries';
import type { ReadMarkdown, RenderedPage } from './render-markdown';

/** Renders a text as the page at this address, its links led to the pages that there are. */
export async function renderLinked(
  client: Transaction,
  page: PageAddress & { id?: string },
  title: string,
  read: ReadMarkdown,
): Promise<RenderedPage> {
  const places = read.linkTargets.flatMap((target) => linkedPlace(target, page) ?? []);
  const pageIds = await findLinkedPages(client, places);
  // A page that is about to be may link to itself.
  if (page.id) pageIds.set(pageKey(page), page.id);
  return read.render({ title, resolveLink: linkResolver(page, pageIds) });
}
