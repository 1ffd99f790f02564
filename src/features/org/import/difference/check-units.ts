import type { UnitKind } from '../../schema';
import { mayStandBeneath } from '../../unit-hierarchy';
import type { Finding, RosterUnit } from '../roster';
import type { Known } from './known';
import { refusedUnit } from './refusals';

/** Drops units that are named twice, stand nowhere possible or beneath themselves, and all beneath a dropped one. */
export function checkUnits(
  units: readonly RosterUnit[],
  known: Known,
  findings: Finding[],
): RosterUnit[] {
  const byKey = new Map<string, RosterUnit>();
  const reasons = new Map<RosterUnit, string>();
  for (const unit of units) {
    const before = byKey.get(unit.key);
    if (before) reasons.set(unit, `The same unit stands in line ${before.line}.`);
    else byKey.set(unit.key, unit);
  }
  const circling = unitsInCircles(byKey);
  for (const unit of byKey.values()) {
    const reason = circling.has(unit.key)
      ? 'It stands beneath itself.'
      : obstacle(unit, byKey, known);
    if (reason) reasons.set(unit, reason);
  }
  refuseBeneath(byKey, reasons);
  for (const [unit, reason] of reasons) findings.push(refusedUnit(unit, reason));
  return units.filter((unit) => !reasons.has(unit));
}

function obstacle(
  unit: RosterUnit,
  byKey: ReadonlyMap<string, RosterUnit>,
  known: Known,
): string | null {
  const { key, kind, parentKey } = unit;
  if (!parentKey) {
    // Where the file says nothing of parents, a sub-guild that is known already keeps the one it has.
    const keepsIts = parentKey === undefined && known.ownUnit(key) !== null;
    return kind === 'SUBGUILD' && !keepsIts
      ? 'A sub-guild belongs to a guild: say to which.'
      : null;
  }
  const above: UnitKind | undefined = byKey.get(parentKey)?.kind ?? known.unit(parentKey)?.kind;
  if (!above) return `Its parent ${parentKey} is neither in the file nor in the portal.`;
  if (!mayStandBeneath(kind, above)) {
    return `A ${named(kind)} cannot stand beneath a ${named(above)}, and ${parentKey} is one.`;
  }
  return null;
}

const named = (kind: UnitKind) =>
  kind === 'SUBGUILD' ? 'sub-guild' : kind.toLowerCase().replace('_', ' ');

/** Each unit is walked over once, however deep they stand. */
function unitsInCircles(byKey: ReadonlyMap<string, RosterUnit>): Set<string> {
  const circling = new Set<string>();
  const walked = new Set<string>();
  for (const start of byKey.keys()) {
    const path = new Set<string>();
    let key: string | null | undefined = start;
    while (key && byKey.has(key) && !walked.has(key) && !path.has(key)) {
      path.add(key);
      key = byKey.get(key)?.parentKey;
    }
    if (key && path.has(key)) {
      const way = [...path];
      for (const one of way.slice(way.indexOf(key))) circling.add(one);
    }
    for (const one of path) walked.add(one);
  }
  return circling;
}

function refuseBeneath(
  byKey: ReadonlyMap<string, RosterUnit>,
  reasons: Map<RosterUnit, string>,
): void {
  const beneath = new Map<string, RosterUnit[]>();
  for (const unit of byKey.values()) {
    const siblings = unit.parentKey ? (beneath.get(unit.parentKey) ?? []) : [];
    siblings.push(unit);
    if (unit.parentKey) beneath.set(unit.parentKey, siblings);
  }
  const fallen = [...reasons.keys()].filter((unit) => byKey.get(unit.key) === unit);
  for (let unit = fallen.pop(); unit; unit = fallen.pop()) {
    for (const child of beneath.get(unit.key) ?? []) {
      if (reasons.has(child)) continue;
      reasons.set(child, `Its parent ${unit.key} was refused.`);
      fallen.push(child);
    }
  }
}
