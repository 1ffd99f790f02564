import { z } from 'zod';
import { signedInContext } from '@/features/identity/queries';
import { pageHref } from '@/features/wiki/addresses';
import { completeWikiLink } from '@/features/wiki/completing/queries';

const parameters = z.object({
  space: z.string().max(60).catch(''),
  q: z.string().max(160).catch(''),
});

/** Pages by what somebody types of their titles: for `[[wiki links]]`, and for fields that name a page. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await signedInContext();
  if (!ctx) return Response.json({ message: 'Sign in first.' }, { status: 401 });
  const { space, q } = parameters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await completeWikiLink(ctx, { spaceSlug: space, typed: q });
  const pages = found.map((page) => ({ ...page, href: pageHref(page) }));
  return Response.json({ pages }, { headers: { 'Cache-Control': 'private, max-age=15' } });
}
