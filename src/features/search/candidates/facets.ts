import { type Freshness, freshnessStates } from '../freshness';
import { type Period, periods, type SearchInput } from '../schema';
import { type SubjectKind, subjectKinds } from '../subject-kinds';

/** How long ago something changed; what is dated ahead lies in no period. */
export type Age = Period | 'before' | 'later';

/** How many of what was found are alike in everything that it can be narrowed by. */
export type Alike = {
  kind: string;
  freshness: string;
  squadId: string | null;
  guildIds: readonly string[];
  age: string;
  count: number;
};

export type Filters = Pick<SearchInput, 'kind' | 'squad' | 'guild' | 'freshness' | 'changed'>;
export type Units = Readonly<Record<string, { slug: string; name: string }>>;
export type Counted<Value extends string> = { value: Value; count: number };
export type UnitCount = { slug: string; name: string; count: number };

export type Facets = {
  kinds: Counted<SubjectKind>[];
  freshness: Counted<Freshness>[];
  periods: Counted<Period>[];
  squads: UnitCount[];
  guilds: UnitCount[];
};

const UNITS_SHOWN = 8;
const facetNames = ['kind', 'squad', 'guild', 'freshness', 'changed'] as const;

/** A week is also within the month, and a month within the year. */
export const agesWithin = (period: Period): Period[] =>
  periods.slice(0, periods.indexOf(period) + 1);

/** Counts each facet under the filters of the others, and what passes them all. */
export function countFacets(
  found: readonly Alike[],
  units: Units,
  filters: Filters,
): { facets: Facets; total: number } {
  const sums = new Map(facetNames.map((name) => [name, new Map<string, number>()]));
  const chosen = {
    ...filters,
    squad: idOf(filters.squad, units),
    guild: idOf(filters.guild, units),
  };
  let total = 0;
  for (const alike of found) {
    const values = valuesOf(alike);
    const missed = facetNames.filter((name) => {
      const value = chosen[name];
      return value !== undefined && !values[name].includes(value);
    });
    if (missed.length === 0) total += alike.count;
    if (missed.length > 1) continue;
    for (const name of missed.length === 1 ? missed : facetNames) {
      const sum = sums.get(name);
      for (const value of values[name]) sum?.set(value, (sum.get(value) ?? 0) + alike.count);
    }
  }
  const sumOf = (name: (typeof facetNames)[number]) => sums.get(name) ?? new Map<string, number>();
  return {
    total,
    facets: {
      kinds: inTurn(subjectKinds, sumOf('kind')),
      freshness: inTurn(freshnessStates, sumOf('freshness')),
      periods: inTurn(periods, sumOf('changed')),
      squads: mostOf(sumOf('squad'), units, filters.squad),
      guilds: mostOf(sumOf('guild'), units, filters.guild),
    },
  };
}

const valuesOf = ({
  kind,
  freshness,
  squadId,
  guildIds,
  age,
}: Alike): Record<(typeof facetNames)[number], readonly string[]> => ({
  kind: [kind],
  freshness: [freshness],
  squad: squadId === null ? [] : [squadId],
  guild: guildIds,
  changed: periods.filter((period) => agesWithin(period).some((within) => within === age)),
});

/** A unit that nothing found belongs to is told by no id. */
function idOf(slug: string | undefined, units: Units): string | undefined {
  if (slug === undefined) return undefined;
  return Object.keys(units).find((id) => units[id]?.slug === slug) ?? '';
}

function inTurn<Value extends string>(
  values: readonly Value[],
  sums: ReadonlyMap<string, number>,
): Counted<Value>[] {
  return values.flatMap((value) => {
    const count = sums.get(value);
    return count ? [{ value, count }] : [];
  });
}

/** The units with the most, and the chosen one in any case. */
function mostOf(
  sums: ReadonlyMap<string, number>,
  units: Units,
  chosen: string | undefined,
): UnitCount[] {
  const all = [...sums].flatMap(([id, count]) => (units[id] ? [{ ...units[id], count }] : []));
  all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const isShown = (unit: UnitCount, at: number) => at < UNITS_SHOWN || unit.slug === chosen;
  return all.filter(isShown);
}
