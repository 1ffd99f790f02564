import { holdsOn, type Period } from '@/foundation/days';
import {
  endingPlan,
  type Held,
  isPlan,
  joined,
  type NewRow,
  type Plan,
} from '../memberships/membership-period';
import type { UnitKind } from '../schema';

export type GuildUnit = { id: string; kind: UnitKind };

/**
 * Joins a guild or sub-guild from a day on: whoever is in a sub-guild is in everything above it, so
 * what is missing on the way up is opened too.
 * @param chain the unit joined and all that it stands beneath
 */
export function joiningRows(
  chain: readonly GuildUnit[],
  held: readonly Held[],
  on: Date,
): NewRow[] {
  return chain.flatMap((unit) => {
    const own = held.filter(({ unitId, role }) => unitId === unit.id && role === 'MEMBER');
    return own.some((place) => holdsOn(place, on)) ? [] : [newMembership(unit, own, on)];
  });
}

/**
 * Leaves a guild from a day on: with it everything beneath it, and every role held there.
 * @param unitIds the guild and all its sub-guilds
 */
export function leavingPlan(
  unitIds: readonly string[],
  held: readonly Held[],
  on: Date,
  endReason: string,
): Plan {
  const places = held.filter(({ unitId }) => unitIds.includes(unitId));
  return joined(places.map((place) => endingPlan(place, on, endReason)).filter(isPlan));
}

function newMembership(unit: GuildUnit, own: readonly Period[], on: Date): NewRow {
  const later = own.map(({ validFrom }) => validFrom).filter((validFrom) => validFrom > on);
  return {
    unitId: unit.id,
    unitKind: unit.kind,
    role: 'MEMBER',
    isPrimary: false,
    validFrom: on,
    // An import may have recorded a later beginning; that record stays.
    validTo: later.length > 0 ? new Date(Math.min(...later.map(Number))) : null,
    endReason: null,
    note: null,
    supersedesId: null,
  };
}
