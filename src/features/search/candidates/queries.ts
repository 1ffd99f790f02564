import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import { authorize } from '@/foundation/errors';
import { askPrepared } from '@/foundation/prepared';
import type { Freshness } from '../freshness';
import type { NearMeaning } from '../meaning/socket';
import { audienceKeysOf, canSearch } from '../policy';
import { type Period, periods } from '../schema';
import type { Understanding } from '../vocabulary/understanding';
import { type Alike, agesWithin, countFacets, type Facets, type Filters } from './facets';

/** One entry that was found, and how close it is to what was asked, by its words and its meaning. */
export type Candidate = {
  key: string;
  closeness: number;
  /** The section that is nearest in meaning; 0 is the whole. */
  part: number | null;
  freshness: Freshness;
  squadsUsing: number;
};

export type Found = {
  /** The closest, closest first. */
  candidates: Candidate[];
  facets: Facets;
  total: number;
  /** The words stand in more texts than are ranked and counted. */
  isMore: boolean;
};

type Row = {
  best: [string, string, number, number | null, Freshness, number][] | null;
  counts: [string, string, string | null, string[], string, number][] | null;
  units: Record<string, [string, string]> | null;
  isMore: boolean;
};

/** What it does and with which figures stands where the function is defined, in prisma/migrations. */
const STATEMENT = `
  SELECT * FROM search_candidates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

const PERIOD_DAYS: Record<Period, number> = { week: 7, month: 30, year: 365 };

/** Finds entries and counts the facets around them. */
export async function listCandidates(
  { actor, now }: Context,
  q: string,
  understood: Understanding,
  near: readonly NearMeaning[],
  filters: Filters,
): Promise<Found> {
  authorize(canSearch(actor));
  const keys = near.map(({ key }) => key.split(' ') as [string, string]);
  const [row] = await askPrepared<Row>(STATEMENT, [
    understood.variants,
    understood.begun,
    understood.weights.map(({ word }) => word),
    understood.weights.map(({ weight }) => weight),
    understood.rareWords.map(({ word }) => word),
    understood.rareWords.map(({ reached }) => reached),
    q,
    keys.map(([kind]) => kind),
    keys.map(([, id]) => id),
    near.map(({ part }) => part),
    near.map(({ score }) => score),
    audienceKeysOf(actor),
    filters.kind ?? null,
    filters.squad ?? null,
    filters.guild ?? null,
    filters.freshness ?? null,
    filters.changed ? agesWithin(filters.changed) : null,
    formatDay(dayOf(now)),
    [now, ...periods.map((period) => addDays(now, -PERIOD_DAYS[period]))],
  ]);
  const { best, counts, units, isMore } = row as Row;
  const alike = (counts ?? []).map(
    ([kind, freshness, squadId, guildIds, age, count]): Alike => ({
      kind,
      freshness,
      squadId,
      guildIds,
      age,
      count,
    }),
  );
  const named = Object.entries(units ?? {}).map(([id, [slug, name]]) => [id, { slug, name }]);
  return {
    candidates: (best ?? []).map(([kind, id, closeness, part, freshness, squadsUsing]) => ({
      key: `${kind} ${id}`,
      closeness,
      part,
      freshness,
      squadsUsing,
    })),
    ...countFacets(alike, Object.fromEntries(named), filters),
    isMore,
  };
}
