import { type AdoptionState, isInUse } from './adoption';
import type { Adoption, SquadRef } from './journey';

/** How a squad dealt with it for a while; drawn as the weight of its line. */
export type Phase = 'considering' | 'trying' | 'using' | 'resting';

/** How a line ends: going on today, or as the squad said. */
export type Ending = 'goes-on' | 'paused' | 'declined' | 'discontinued' | 'superseded';

export type Stretch = { phase: Phase; from: number; to: number };

/** One squad's line. Places along time are shares of the whole width, from 0 to 1. */
export type Branch = {
  id: string;
  squad: SquadRef;
  /** The line it grew from; null when it came by itself or nobody knows from where. */
  parentRow: number | null;
  isOrigin: boolean;
  startsAt: number;
  stretches: Stretch[];
  ending: Ending;
  endsAt: number;
  /** Where it first went to production. */
  productionAt: number | null;
};

export type Tick = { at: number; day: Date };

export type PropagationTree = { branches: Branch[]; ticks: Tick[]; from: Date; until: Date };

type Root = { squad: SquadRef; on: Date };

const ORIGIN = 'origin';
const TICKS_MAX = 6;

/**
 * Lays out who had it from whom along time: the origin first, and below each squad those that had it
 * from them, in the order in which they began. Squads that found it by themselves stand at the end.
 */
export function growTree(
  origin: Root,
  adoptions: readonly Adoption[],
  today: Date,
): PropagationTree {
  const from = earliest([origin.on, ...adoptions.map(({ firstOn }) => firstOn)]);
  const until = today > from ? today : new Date(from.getTime() + 86_400_000);
  const placeOf = (day: Date) =>
    clamp((day.getTime() - from.getTime()) / (until.getTime() - from.getTime()));

  const branches: Branch[] = [originBranch(origin, placeOf)];
  const childrenOf = groupBySource(adoptions);
  const placed = new Set<string>();

  const place = (adoption: Adoption, parentRow: number | null) => {
    if (placed.has(adoption.id)) return;
    placed.add(adoption.id);
    const row = branches.push(branchOf(adoption, parentRow, placeOf)) - 1;
    for (const child of childrenOf.get(adoption.id) ?? []) place(child, row);
  };

  for (const child of childrenOf.get(ORIGIN) ?? []) place(child, 0);
  for (const loner of adoptions.toSorted(byBeginning)) place(loner, null);
  return { branches, ticks: ticksBetween(from, until, placeOf), from, until };
}

function groupBySource(adoptions: readonly Adoption[]): Map<string, Adoption[]> {
  const known = new Set(adoptions.map(({ id }) => id));
  const groups = new Map<string, Adoption[]>();
  for (const adoption of adoptions.toSorted(byBeginning)) {
    const { source, sourceAdoptionId } = adoption;
    const parent = source === 'ORIGIN' ? ORIGIN : sourceAdoptionId;
    if (!parent || (parent !== ORIGIN && !known.has(parent))) continue;
    groups.set(parent, [...(groups.get(parent) ?? []), adoption]);
  }
  return groups;
}

function originBranch({ squad, on }: Root, placeOf: (day: Date) => number): Branch {
  const startsAt = placeOf(on);
  return {
    id: ORIGIN,
    squad,
    parentRow: null,
    isOrigin: true,
    startsAt,
    stretches: [{ phase: 'using', from: startsAt, to: 1 }],
    ending: 'goes-on',
    endsAt: 1,
    productionAt: null,
  };
}

function branchOf(
  { id, squad, steps }: Adoption,
  parentRow: number | null,
  placeOf: (day: Date) => number,
): Branch {
  const last = steps.at(-1);
  const ending = last ? (endings[last.to] ?? 'goes-on') : 'goes-on';
  const endsAt = last && ending !== 'goes-on' ? placeOf(last.on) : 1;
  const production = steps.find(({ to }) => to === 'IN_PRODUCTION');
  const stretches = steps.map((step, index) => ({
    phase: phaseOf(step.to),
    from: placeOf(step.on),
    to: placeOfNext(steps[index + 1]?.on, endsAt, placeOf),
  }));
  return {
    id,
    squad,
    parentRow,
    isOrigin: false,
    startsAt: stretches[0]?.from ?? endsAt,
    stretches: stretches.filter((stretch) => stretch.to > stretch.from),
    ending,
    endsAt,
    productionAt: production ? placeOf(production.on) : null,
  };
}

const placeOfNext = (next: Date | undefined, end: number, placeOf: (day: Date) => number) =>
  next ? placeOf(next) : end;

const endings: Partial<Record<AdoptionState, Ending>> = {
  PAUSED: 'paused',
  DECLINED: 'declined',
  DISCONTINUED: 'discontinued',
  SUPERSEDED: 'superseded',
};

function phaseOf(state: AdoptionState): Phase {
  if (isInUse(state)) return 'using';
  if (state === 'TRIALLING') return 'trying';
  return state === 'IDENTIFIED' || state === 'ASSESSING' ? 'considering' : 'resting';
}

/** The first days of months, as many as fit: every month, every third, every half year or year. */
function ticksBetween(from: Date, until: Date, placeOf: (day: Date) => number): Tick[] {
  for (const stride of [1, 3, 6, 12, 24, 60]) {
    const ticks = monthsBetween(from, until, stride).map((day) => ({ at: placeOf(day), day }));
    if (ticks.length <= TICKS_MAX) return ticks;
  }
  return [];
}

function monthsBetween(from: Date, until: Date, stride: number): Date[] {
  const months: Date[] = [];
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth() + (from.getUTCDate() > 1 ? 1 : 0);
  for (let month = Math.ceil(first / stride) * stride; ; month += stride) {
    const day = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (day > until) return months;
    months.push(day);
  }
}

const earliest = (days: Date[]) => new Date(Math.min(...days.map((day) => day.getTime())));
const clamp = (share: number) => Math.min(1, Math.max(0, share));

function byBeginning(a: Adoption, b: Adoption): number {
  return a.firstOn.getTime() - b.firstOn.getTime() || a.squad.name.localeCompare(b.squad.name);
}
