import { kindFrom, kindSlug, PAGE_KINDS, type PageKind } from '../kinds';
import type { Freshness } from '../reviews/freshness';

/** What a list of pages is narrowed to; null where everything is meant. */
export type Chosen = { kind: PageKind | null; unit: string | null; freshness: Freshness | null };

/** As an address says it: `?kind=how-to&unit=radio&freshness=never-verified`. */
export type Query = { kind?: string; unit?: string; freshness?: string };

export type Tally = {
  kind: PageKind;
  unit: { slug: string; name: string };
  freshness: Freshness;
  count: number;
};

export type Choice = { value: string; label: string; count: number; isChosen: boolean };
export type Facets = Record<keyof Chosen, Choice[]>;

/** In the order of how much one has to do about it. */
const FRESHNESSES = [
  'FRESH',
  'DUE',
  'OVERDUE',
  'NEVER_VERIFIED',
  'RECORD',
  'OBSOLETE',
] as const satisfies readonly Freshness[];

const slugOf = (freshness: Freshness) => freshness.toLowerCase().replace('_', '-');

/** Reads an address, in which anything may stand; a kind or state that there is none of narrows nothing. */
export function chosenIn(query: { [Facet in keyof Query]?: string | string[] }): Chosen {
  const [kind, unit, freshness] = [query.kind, query.unit, query.freshness].map((value) =>
    typeof value === 'string' ? value : undefined,
  );
  return {
    kind: kindFrom(kind),
    unit: unit || null,
    freshness: FRESHNESSES.find((each) => slugOf(each) === freshness) ?? null,
  };
}

export const queryOf = ({ kind, unit, freshness }: Chosen): Query => ({
  ...(kind && { kind: kindSlug(kind) }),
  ...(unit && { unit }),
  ...(freshness && { freshness: slugOf(freshness) }),
});

export const isNarrowed = (chosen: Chosen) => Object.values(chosen).some((value) => value !== null);

/** The address after a choice is made, or taken back when it was made before. */
export function queryAfter(chosen: Chosen, facet: keyof Chosen, choice: Choice): Query {
  const { [facet]: _, ...others } = queryOf(chosen);
  return choice.isChosen ? others : { ...others, [facet]: choice.value };
}

/**
 * How many pages each value would leave: counted among those that the other facets leave, so that a
 * choice can be changed without being taken back first.
 */
export function facetsOf(
  tallies: readonly Tally[],
  chosen: Chosen,
  words: Readonly<Record<Freshness, string>>,
): Facets {
  const units = new Map(tallies.map(({ unit }) => [unit.slug, unit.name]));
  // One that keeps nothing can still be taken back.
  if (chosen.unit && !units.has(chosen.unit)) units.set(chosen.unit, chosen.unit);
  const facet = (name: keyof Chosen, values: readonly { value: string; label: string }[]) => {
    const left = tallies.filter((tally) =>
      (Object.keys(chosen) as (keyof Chosen)[]).every(
        (other) => other === name || !chosen[other] || valueIn(tally, other) === chosen[other],
      ),
    );
    return values
      .map(({ value, label }) => ({
        value: slugFor(name, value),
        label,
        count: left
          .filter((tally) => valueIn(tally, name) === value)
          .reduce((sum, { count }) => sum + count, 0),
        isChosen: chosen[name] === value,
      }))
      .filter(({ count, isChosen }) => count > 0 || isChosen);
  };
  return {
    kind: facet('kind', PAGE_KINDS),
    unit: facet(
      'unit',
      [...units].map(([value, label]) => ({ value, label })),
    ).toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en')),
    freshness: facet(
      'freshness',
      FRESHNESSES.map((value) => ({ value, label: words[value] })),
    ),
  };
}

const valueIn = (tally: Tally, name: keyof Chosen): string =>
  name === 'unit' ? tally.unit.slug : tally[name];

const slugFor = (name: keyof Chosen, value: string) =>
  name === 'kind'
    ? kindSlug(value as PageKind)
    : name === 'freshness'
      ? slugOf(value as Freshness)
      : value;
