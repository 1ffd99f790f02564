import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import { pool } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import type { Freshness } from '../freshness';
import type { NearMeaning } from '../meaning/socket';
import { audienceKeysOf, canSearch } from '../policy';
import type { Period, SearchInput } from '../schema';
import type { Understanding } from '../vocabulary/understanding';
import { CANDIDATES_STATEMENT } from './statement';

/** One entry that was found, and how close it is to what was asked, by its words and its meaning. */
export type Candidate = {
  key: string;
  closeness: number;
  /** The section that is nearest in meaning; 0 is the whole. */
  part: number | null;
  freshness: Freshness;
  squadsUsing: number;
};

export type UnitCount = { slug: string; name: string; count: number };

export type Found = {
  /** The closest, closest first. */
  candidates: Candidate[] | null;
  kinds: Record<string, number> | null;
  freshness: Partial<Record<Freshness, number>> | null;
  squads: UnitCount[] | null;
  guilds: UnitCount[] | null;
  periods: Record<Period, number>;
  total: number;
};

const PERIOD_DAYS: Record<Period, number> = { week: 7, month: 30, year: 365 };

export type Filters = Pick<SearchInput, 'kind' | 'squad' | 'guild' | 'freshness' | 'changed'>;

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
  const { changed } = filters;
  const { rows } = await pool.query<Found>(CANDIDATES_STATEMENT, [
    understood.variants,
    understood.weights.map(({ word }) => word),
    understood.weights.map(({ weight }) => weight),
    understood.rareWords,
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
    changed ? addDays(now, -PERIOD_DAYS[changed]) : null,
    formatDay(dayOf(now)),
    now,
  ]);
  return rows[0] as Found;
}
