import { z } from 'zod';
import { signedInContext } from '@/features/identity/queries';
import { searchDirectory } from '@/features/org/directory/instant/queries';
import { directoryHitKinds } from '@/features/org/directory/schema';

const parameters = z.object({
  q: z.string().max(200).catch(''),
  /** `PERSON`, or kinds of unit, with commas between them; everything when left out. */
  only: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(directoryHitKinds)))
    .optional()
    .catch(undefined),
});

/** People and units for a search box, as they are typed. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await signedInContext();
  if (!ctx) return Response.json({ message: 'Sign in first.' }, { status: 401 });
  const { q, only } = parameters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const hits = await searchDirectory(ctx, q, only);
  return Response.json({ hits }, { headers: { 'Cache-Control': 'private, max-age=15' } });
}
