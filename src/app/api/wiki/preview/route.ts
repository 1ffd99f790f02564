import { signedInContext } from '@/features/identity/queries';
import { previewPage } from '@/features/wiki/editing/queries';
import { previewInput } from '@/features/wiki/schema';
import { withEmbeds } from '../../../(portal)/wiki/embeds';

/** The HTML of a text that is being written; nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  const context = await signedInContext();
  if (!context) return new Response('Sign in first.', { status: 401 });
  const draft = previewInput.safeParse(await request.json().catch(() => null));
  if (!draft.success) return new Response('This is not a text to preview.', { status: 400 });
  const { html } = await previewPage(context, draft.data);
  return new Response(await withEmbeds(context, html), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
