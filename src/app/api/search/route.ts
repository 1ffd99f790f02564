import { requestContext } from '@/features/identity/queries';
import { suggest } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';

/** The few best hits while somebody types, for the palette. */
export async function GET(request: Request): Promise<Response> {
  const context = await requestContext();
  const input = searchInput.parse({ q: new URL(request.url).searchParams.get('q') ?? '' });
  const { hits, didYouMean } = await suggest(context, input);
  return Response.json({
    didYouMean,
    hits: hits.map(({ kind, kindLabel, title, subtitle, address }) => ({
      kind,
      kindLabel,
      title,
      subtitle,
      address,
    })),
  });
}
