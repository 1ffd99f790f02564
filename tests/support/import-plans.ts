import { applyInMemory } from '@/features/org/import/difference/apply-in-memory';
import type { Current, CurrentMembership } from '@/features/org/import/difference/current';
import { makePlan } from '@/features/org/import/difference/make-plan';
import type { Plan } from '@/features/org/import/difference/plan';
import { emptyRoster, type Roster, type RosterMembership } from '@/features/org/import/roster';
import type { MembershipRole, UnitKind } from '@/features/org/schema';

export const nothing: Current = {
  people: [],
  units: [],
  memberships: [],
  parents: [],
  schedules: [],
};
let lastId = 0;
const dayBefore = (day: string) =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

export const plan = (
  current: Current,
  roster: Partial<Roster>,
  asOf = '2026-03-02',
  source = 'hr',
) =>
  makePlan({
    roster: { ...emptyRoster(), ...roster },
    current,
    source,
    asOf,
    dayBefore: dayBefore(asOf),
    newId: () => `id-${++lastId}`,
  });
export const applied = (
  current: Current,
  roster: Partial<Roster>,
  asOf?: string,
  source?: string,
) => applyInMemory(current, plan(current, roster, asOf, source).writes);
export const told = ({ lines }: Plan, ...outcomes: string[]) =>
  lines
    .filter(({ outcome }) => outcomes.includes(outcome))
    .map(({ outcome, title, detail }) => `${outcome}: ${title}: ${detail}`);

export const person = (key: string, said = {}) => ({
  key,
  line: 1,
  name: key,
  attributes: {},
  ...said,
});
export const unit = (
  key: string,
  kind: UnitKind,
  parentKey: string | null = null,
  isOver = false,
) => ({
  key,
  line: 1,
  kind,
  name: key,
  parentKey,
  isOver,
  attributes: {},
});
export const place = (
  personKey: string,
  unitKey: string,
  said: Partial<RosterMembership> = {},
) => ({
  personKey,
  unitKey,
  line: 1,
  role: 'MEMBER' as MembershipRole,
  note: null,
  isOver: false,
  ...said,
});
export const byHand = (row: Partial<CurrentMembership>): CurrentMembership => ({
  id: `hand-${++lastId}`,
  personId: '',
  unitId: '',
  unitKind: 'SQUAD',
  role: 'MEMBER',
  isPrimary: false,
  validFrom: '2025-01-01',
  validTo: null,
  endReason: null,
  note: null,
  source: 'ADMINISTRATOR',
  externalSource: null,
  ...row,
});
export const idOf = (rows: readonly { id: string; externalKey: string | null }[], key: string) =>
  rows.find(({ externalKey }) => externalKey === key)?.id ?? '';

export const squads = [unit('radio', 'SQUAD'), unit('video', 'SQUAD')];
export const ada = { people: [person('ada')], units: squads, memberships: [place('ada', 'radio')] };

/** Somebody works in the portal between two imports. */
export function withHands(
  current: Current,
  acts: readonly { pick: number; how: string }[],
  day: string,
) {
  let { memberships } = current;
  for (const { pick, how } of acts) {
    const row = memberships[pick % (memberships.length || 1)];
    const unitHere = current.units[pick % (current.units.length || 1)];
    const personHere = current.people[pick % (current.people.length || 1)];
    if (how === 'left' && row && row.validTo === null && row.validFrom < day) {
      const left = { ...row, validTo: day, source: 'SELF' as const, externalSource: null };
      memberships = memberships.map((one) => (one.id === row.id ? left : one));
    } else if (unitHere && personHere && how !== 'left') {
      const isPrimary = how === 'home' && unitHere.kind === 'SQUAD';
      const extra = byHand({
        personId: personHere.id,
        unitId: unitHere.id,
        unitKind: unitHere.kind,
        role: isPrimary ? 'MEMBER' : 'STEWARD',
        isPrimary,
        validFrom: day,
      });
      if (faults({ ...current, memberships: [...memberships, extra] }).length === 0) {
        memberships = [...memberships, extra];
      }
    }
  }
  return { ...current, memberships };
}

/** The database's constraints, as far as an import could break them. */
export function faults({ memberships, parents, units: held, people: known }: Current): string[] {
  const found: string[] = [];
  const overlap = (a: { validFrom: string; validTo: string | null }, b: typeof a) =>
    a.validFrom < (b.validTo ?? '9') && b.validFrom < (a.validTo ?? '9');
  const pairs = <Row>(rows: readonly Row[]) =>
    rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b] as const));
  for (const row of [...memberships, ...parents, ...held]) {
    if (row.validTo !== null && row.validTo <= row.validFrom) found.push(`empty period ${row.id}`);
  }
  for (const [a, b] of pairs(memberships)) {
    if (a.personId !== b.personId || !overlap(a, b)) continue;
    if (a.unitId === b.unitId && a.role === b.role) found.push(`overlap in ${a.unitId}`);
    if (a.isPrimary && b.isPrimary) found.push('two homes');
  }
  for (const [a, b] of pairs(parents)) {
    if (a.unitId === b.unitId && overlap(a, b)) found.push(`two parents of ${a.unitId}`);
  }
  for (const [a, b] of pairs(held)) if (a.slug === b.slug) found.push('one slug twice');
  for (const [a, b] of pairs(known)) if (a.handle === b.handle) found.push('one handle twice');
  for (const [a, b] of pairs([...held, ...known])) {
    if (a.id === b.id) found.push('one id twice');
  }
  return found;
}
