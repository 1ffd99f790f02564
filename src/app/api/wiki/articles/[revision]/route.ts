import { signedInContext } from '@/features/identity/queries';
import { getArticle } from '@/features/wiki/queries';
import { withEmbeds } from '../../../../(portal)/wiki/embeds';

type Props = { params: Promise<{ revision: string }> };

/** The finished HTML of a revision, for a reader who came by a link within the application. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const context = await signedInContext();
  if (!context) return new Response('Sign in first.', { status: 401 });
  const html = await getArticle(context, (await params).revision);
  if (html === null) return new Response('There is no such revision.', { status: 404 });
  return new Response(await withEmbeds(context, html), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-cache' },
  });
}
