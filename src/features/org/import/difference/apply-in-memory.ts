import type { Current, CurrentMembership } from './current';
import type { Writes } from './plan';

/** What the portal holds after a plan was written: for tests of the planner, which needs no database. */
export function applyInMemory(current: Current, writes: Writes): Current {
  const replace = <Row extends { id: string }>(rows: readonly Row[], changed: readonly Row[]) => {
    const byId = new Map(changed.map((row) => [row.id, row]));
    return rows.map((row) => byId.get(row.id) ?? row);
  };
  const without = <Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]) =>
    rows.filter(({ id }) => !ids.includes(id));
  const ended = new Set(
    writes.successions.filter(({ kind }) => kind === 'MERGE').map((row) => row.predecessorId),
  );
  const units = writes.changedUnits.map((unit) => ({
    ...unit,
    wasEndedByHand:
      ended.has(unit.id) || current.units.some((one) => one.id === unit.id && one.wasEndedByHand),
  }));
  return {
    people: [...replace(current.people, writes.changedPeople), ...writes.newPeople],
    units: [
      ...replace(current.units, units),
      ...writes.newUnits.map((unit) => ({ ...unit, wasEndedByHand: false })),
    ],
    memberships: [
      ...without(current.memberships, writes.supersededMembershipIds),
      ...writes.newMemberships.map(({ supersedesId: _, ...row }): CurrentMembership => row),
    ],
    parents: [...without(current.parents, writes.supersededParentIds), ...writes.newParents],
    schedules: [
      ...replace(
        current.schedules,
        writes.changedSchedules.map(({ keepsSettlement, ...row }) => ({
          ...row,
          isSettled: keepsSettlement,
        })),
      ),
      ...writes.newSchedules.map((row) => ({ ...row, isSettled: false })),
    ],
  };
}
