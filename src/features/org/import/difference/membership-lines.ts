import { roleName } from '../../memberships/roles';
import type { CurrentMembership } from './current';
import type { PersonPlaces } from './places-of-person';
import { nameOf, type Planning, say } from './planning';
import type { WantedPlace } from './wanted-places';
import { placeName } from './words';

/** Tells of one person's places in as few lines as the facts allow: a move is one, not an end and a beginning. */
export function tellPlaces(planning: Planning, places: PersonPlaces): void {
  const ended = new Set(places.ended);
  const opened = new Set(places.opened);
  for (const { from, to } of moves(places)) {
    ended.delete(from);
    opened.delete(to);
    const isSameUnit = from.unitId === to.unitId;
    say(planning, {
      subject: 'membership',
      outcome: isSameUnit ? 'changed' : 'moved',
      title: isSameUnit ? titleOf(to) : to.personName,
      detail: isSameUnit
        ? `${roleName(from.role)} → ${placeName(to.role, to)}`
        : `From ${nameOf(planning, from.unitId)} to ${to.unitName}: ${placeName(to.role, to)}`,
      line: to.line,
    });
  }
  for (const row of [...ended, ...places.departed]) {
    say(planning, {
      subject: 'membership',
      outcome: 'ended',
      title: recordedTitle(planning, row),
      detail: placeName(row.role, row),
      line: null,
    });
  }
  for (const place of opened) {
    const over = place.isOver ? '; over since an unknown day' : '';
    const since = place.since ? `, since ${place.since}` : '';
    tell(planning, place, 'added', `${placeName(place.role, place)}${since}${over}`);
  }
  for (const { row, wanted, from } of places.changed) {
    const since = from === row.validFrom ? '' : `; since ${row.validFrom} → ${from}`;
    const detail = `${placeName(row.role, row)} → ${placeName(wanted.role, wanted)}${since}`;
    tell(planning, wanted, 'changed', detail);
  }
  for (const { row, wanted } of places.untouched) {
    const byHand = row.externalSource === planning.source ? '' : '; recorded here by hand';
    tell(planning, wanted, 'untouched', `${placeName(row.role, row)}${byHand}`);
  }
  tellExceptions(planning, places);
}

function tellExceptions(planning: Planning, places: PersonPlaces): void {
  for (const row of places.withheld) {
    say(planning, {
      subject: 'membership',
      outcome: 'notice',
      title: recordedTitle(planning, row),
      detail: 'Not in what could be read of the file; it stays until the file is whole.',
      line: null,
    });
  }
  for (const place of places.keptOut) {
    const detail = 'Left by their own hand, and only they can join again; kept out.';
    tell(planning, place, 'notice', detail);
  }
  for (const { wanted, home } of places.refused) {
    const name = nameOf(planning, home.unitId);
    const detail = `Another home squad, ${name}, was recorded here by hand; move this person on their page.`;
    tell(planning, wanted, 'refused', detail);
  }
}

type Move = { from: CurrentMembership; to: WantedPlace };

/** Another role in the same unit; or one squad, or chapter, instead of one other. */
function moves({ ended, opened }: PersonPlaces): Move[] {
  const found: Move[] = [];
  const taken = new Set<CurrentMembership>();
  const current = opened.filter(({ isOver }) => !isOver);
  for (const to of current) {
    const from = ended.find((row) => row.unitId === to.unitId && !taken.has(row));
    if (from) {
      taken.add(from);
      found.push({ from, to });
    }
  }
  for (const kind of ['SQUAD', 'CHAPTER'] as const) {
    const left = ended.filter((row) => row.unitKind === kind && !taken.has(row));
    const entered = current.filter(
      (to) => to.unitKind === kind && !found.some((move) => move.to === to),
    );
    const [from, to] = [left[0], entered[0]];
    if (left.length === 1 && entered.length === 1 && from && to) found.push({ from, to });
  }
  return found;
}

function tell(
  planning: Planning,
  place: WantedPlace,
  outcome: 'added' | 'changed' | 'untouched' | 'notice' | 'refused',
  detail: string,
): void {
  say(planning, {
    subject: 'membership',
    outcome,
    title: titleOf(place),
    detail,
    line: place.line,
  });
}

const titleOf = ({ personName, unitName }: WantedPlace) => `${personName} in ${unitName}`;

const recordedTitle = (planning: Planning, row: CurrentMembership) =>
  `${nameOf(planning, row.personId)} in ${nameOf(planning, row.unitId)}`;
