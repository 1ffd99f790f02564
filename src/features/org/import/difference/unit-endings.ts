import type { CurrentUnit } from './current';
import { isOpen, type Planning, say, withholds } from './planning';

/**
 * Ends a unit that is over, unless people have put others into it here: what the file does not know
 * of, it does not end.
 * @returns the columns to change, or null when it stays
 */
export function endOrExplain(
  planning: Planning,
  unit: CurrentUnit,
  line: number | null,
): Pick<CurrentUnit, 'validFrom' | 'validTo'> | null {
  const { asOf, dayBefore, source, places, leaving } = planning;
  const byHand = places
    .inUnit(unit.id)
    .filter((place) => isOpen(place, asOf) && place.externalSource !== source)
    .filter(({ personId }) => (leaving.get(personId) ?? 'never') > asOf).length;
  if (byHand > 0) {
    say(planning, {
      subject: 'unit',
      outcome: 'notice',
      title: unit.name,
      detail: `It is over according to the file, but ${byHand} memberships in it were recorded here; end it on its page.`,
      line,
    });
    return null;
  }
  say(planning, {
    subject: 'unit',
    outcome: 'ended',
    title: unit.name,
    detail: line === null ? 'No longer in the file.' : 'Archived in the file.',
    line,
  });
  planning.traces.push({
    action: 'unit.dissolved',
    subjectKind: 'unit',
    subjectId: unit.id,
    before: { name: unit.name, to: unit.validTo },
    after: { name: unit.name, to: asOf },
  });
  // A unit that began with an earlier import of the same day still needs a day to have existed on.
  return { validFrom: unit.validFrom < asOf ? unit.validFrom : dayBefore, validTo: asOf };
}

/** Ends what this source brought and its file names no longer. */
export function endAbsentUnits(planning: Planning, present: ReadonlySet<string>): void {
  const { source, asOf, absence, current } = planning;
  for (const unit of current.units) {
    const isAbsent = unit.externalSource === source && isOpen(unit, asOf) && !present.has(unit.id);
    if (!isAbsent) continue;
    if (withholds(absence, { unitId: unit.id })) {
      say(planning, {
        subject: 'unit',
        outcome: 'notice',
        title: unit.name,
        detail: 'Not in what could be read of the file; it stays until the file is whole.',
        line: null,
      });
      continue;
    }
    const ending = endOrExplain(planning, unit, null);
    if (ending) planning.writes.changedUnits.push({ ...unit, ...ending });
  }
}
