import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { type Candidate, type Found, listCandidates, type UnitCount } from './candidates/queries';
import { type Freshness, freshnessStates } from './freshness';
import { type Hit, readHits } from './hits/queries';
import { listNearMeaning } from './meaning/queries';
import { canSearch } from './policy';
import { fuse, liftFor } from './ranking';
import { type Period, periods, type SearchInput } from './schema';
import { type SubjectKind, subjectKinds } from './subject-kinds';
import { understandQuery } from './vocabulary/queries';

export type { Hit } from './hits/queries';

const PAGE = 20;
const SUGGESTIONS = 8;
const NEAR = 200;

/** How much each way of finding counts in the fusion. */
const WAY_WEIGHTS = { every: 1, rare: 0.7, title: 0.6, meaning: 0.8 } as const;
type Way = keyof typeof WAY_WEIGHTS;
const WAYS = Object.keys(WAY_WEIGHTS) as Way[];

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
  const ranked = rank(found.candidates ?? []);
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
  const best = rank(found.candidates ?? []).slice(0, SUGGESTIONS);
  return {
    hits: await readHits(context, best, understood),
    didYouMean: understood.didYouMean,
  };
}

/** Puts the ways of finding together, lifted by what is known to be true and in use. */
export function rank(candidates: readonly Candidate[], ways: readonly Way[] = WAYS): Candidate[] {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const order = fuse(
    ways.map((way) => ({ weight: WAY_WEIGHTS[way], keys: keysBy(candidates, way) })),
    (key) => {
      const candidate = byKey.get(key);
      return candidate ? liftFor(candidate.freshness, candidate.squadsUsing) : 1;
    },
  );
  return order.flatMap((key) => byKey.get(key) ?? []);
}

const keysBy = (candidates: readonly Candidate[], way: Way) =>
  candidates
    .filter((candidate) => candidate[way] !== null)
    .toSorted((a, b) => (a[way] ?? 0) - (b[way] ?? 0))
    .map(({ key }) => key);

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
