import { signedInContext } from '@/features/identity/queries';
import { pageHref } from '@/features/wiki/addresses';
import { offerPages } from '@/features/wiki/reviews/queries';

const TYPED_MAX = 200;

/** Pages by what somebody types of their title or address, for a field that completes them. */
export async function GET(request: Request): Promise<Response> {
  const context = await signedInContext();
  if (!context) return Response.json({ message: 'Sign in first.' }, { status: 401 });
  const typed = new URL(request.url).searchParams.get('q') ?? '';
  const pages = await offerPages(context, typed.slice(0, TYPED_MAX));
  return Response.json(
    pages.map(({ title, spaceName, ...address }) => ({
      href: pageHref(address),
      title,
      spaceName,
    })),
    { headers: { 'Cache-Control': 'private, max-age=15' } },
  );
}
