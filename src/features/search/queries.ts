import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { type Found, listCandidates, type UnitCount } from './candidates/queries';
import { type Freshness, freshnessStates } from './freshness';
import { type Hit, readHits } from './hits/queries';
import { listNearMeaning } from './meaning/queries';
import { canSearch } from './policy';
import { inOrder } from './ranking';
import { type Period, periods, type SearchInput } from './schema';
import { type SubjectKind, subjectKinds } from './subject-kinds';
import { understandQuery } from './vocabulary/queries';

export type { Hit } from './hits/queries';

const PAGE = 20;
const SUGGESTIONS = 8;
const NEAR = 200;

export type Counted<Value extends string> = { value: Value; count: number };

export type Facets = {
  kinds: Counted<SubjectKind>[];
  freshness: Counted<Freshness>[];
  periods: Counted<Period>[];
  squads: UnitCount[];
  guilds: UnitCount[];
};

export type SearchResult = {
  hits: Hit[];
  facets: Facets;
  total: number;
  nextAfter: number | null;
  didYouMean: string | null;
};

const NOTHING: SearchResult = {
  hits: [],
  facets: { kinds: [], freshness: [], periods: [], squads: [], guilds: [] },
  total: 0,
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
  const found = await listCandidates(context, q, understood, near, filters);
  const ranked = inOrder(found.candidates ?? []);
  const hits = await readHits(context, ranked.slice(after, after + PAGE), understood);
  return {
    hits,
    facets: facetsOf(found),
    total: found.total,
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
  const understood = await understandQuery(context, q);
  const found = await listCandidates(context, q, understood, [], {});
  const best = inOrder(found.candidates ?? []).slice(0, SUGGESTIONS);
  return {
    hits: await readHits(context, best, understood),
    didYouMean: understood.didYouMean,
  };
}

function facetsOf(found: Found): Facets {
  return {
    kinds: countedIn(subjectKinds, found.kinds),
    freshness: countedIn(freshnessStates, found.freshness),
    periods: countedIn(periods, found.periods),
    squads: found.squads ?? [],
    guilds: found.guilds ?? [],
  };
}

function countedIn<Value extends string>(
  values: readonly Value[],
  counts: Partial<Record<string, number>> | null,
): Counted<Value>[] {
  return values.flatMap((value) => {
    const count = counts?.[value];
    return count ? [{ value, count }] : [];
  });
}
