import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import type { Facets } from './candidates/facets';
import { listCandidates } from './candidates/queries';
import { type Hit, readHits } from './hits/queries';
import { listNearMeaning } from './meaning/queries';
import { canSearch } from './policy';
import { inOrder } from './ranking';
import type { SearchInput } from './schema';
import { understandQuery } from './vocabulary/queries';

export type { Facets } from './candidates/facets';
export type { Hit } from './hits/queries';

const PAGE = 10;
const SUGGESTIONS = 8;
const NEAR = 200;

export type SearchResult = {
  hits: Hit[];
  facets: Facets;
  total: number;
  /** The words stand in more texts than are ranked and counted. */
  isMore: boolean;
  nextAfter: number | null;
  didYouMean: string | null;
};

const NOTHING: SearchResult = {
  hits: [],
  facets: { kinds: [], freshness: [], periods: [], squads: [], guilds: [] },
  total: 0,
  isMore: false,
  nextAfter: null,
  didYouMean: null,
};

/** One search over everything readable: by words, by near titles, by meaning, fused. */
export async function search(
  context: Context,
  { q, after, ...filters }: SearchInput,
): Promise<SearchResult> {
  authorize(canSearch(context.actor));
  if (!q) return NOTHING;
  const [understood, near] = await Promise.all([
    understandQuery(context, q),
    listNearMeaning(context, q, NEAR),
  ]);
  const { candidates, ...counts } = await listCandidates(context, q, understood, near, filters);
  const ranked = inOrder(candidates);
  const hits = await readHits(context, ranked.slice(after, after + PAGE), understood);
  return {
    ...counts,
    hits,
    nextAfter: ranked.length > after + PAGE ? after + PAGE : null,
    didYouMean: understood.didYouMean,
  };
}

/** The few best hits while somebody types: by words alone, because half a word means nothing yet. */
export async function suggest(
  context: Context,
  { q }: Pick<SearchInput, 'q'>,
): Promise<{ hits: Hit[]; didYouMean: string | null }> {
  authorize(canSearch(context.actor));
  if (!q) return { hits: [], didYouMean: null };
  const understood = { ...(await understandQuery(context, q)), begun: q };
  const { candidates } = await listCandidates(context, q, understood, [], {});
  const best = inOrder(candidates).slice(0, SUGGESTIONS);
  return {
    hits: await readHits(context, best, understood),
    didYouMean: understood.didYouMean,
  };
}
