import { z } from 'zod';
import { signedInContext } from '@/features/identity/queries';
import { listAlready } from '@/features/wiki/gardening/likeness/queries';
import { MARKDOWN_MAX, TITLE_MAX } from '@/features/wiki/limits';

const draftInput = z.object({
  title: z.string().max(TITLE_MAX),
  markdown: z.string().max(MARKDOWN_MAX),
});

/** Pages that a text which is being written would repeat; nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  const context = await signedInContext();
  if (!context) return Response.json({ message: 'Sign in first.' }, { status: 401 });
  const draft = draftInput.safeParse(await request.json().catch(() => null));
  if (!draft.success) return Response.json({ message: 'This is no draft.' }, { status: 400 });
  return Response.json(await listAlready(context, draft.data), {
    headers: { 'Cache-Control': 'no-store' },
  });
}
