import type { Attributes, Finding, Roster, RosterPerson, RosterUnit } from '../roster';
import { type CsvEntry, extraOf } from './csv-entry';

/**
 * Puts together what rows say of one person or unit. Rows may leave things out; two that disagree
 * cannot both be right, so the later one is refused.
 * @returns the entries that were accepted
 */
export function gatherFacts(entries: readonly CsvEntry[], roster: Roster): CsvEntry[] {
  const people = new Map<string, Said<Partial<RosterPerson>>>();
  const units = new Map<string, Said<Partial<RosterUnit>>>();
  const accepted = entries.filter((entry) => {
    const contradiction =
      contradictionIn(people, entry.personKey, personSaid(entry)) ??
      contradictionIn(units, entry.unit ?? null, unitSaid(entry));
    if (contradiction) {
      roster.findings.push(contradictory(entry, contradiction));
      return false;
    }
    note(people, entry.personKey, entry.line, personSaid(entry));
    note(units, entry.unit ?? null, entry.line, unitSaid(entry));
    return true;
  });
  for (const [key, { line, facts }] of people) {
    const { attributes = {}, ...columns } = facts;
    roster.people.push({ key, line, attributes, ...columns });
  }
  for (const [key, { line, facts }] of units) {
    const { kind, attributes = {}, name = key, ...columns } = facts;
    // Without a kind the row only refers to a unit that the portal knows already.
    if (kind) roster.units.push({ key, line, isOver: false, attributes, name, ...columns, kind });
  }
  return accepted;
}

type Said<Facts> = { line: number; facts: Facts; lineOf: Map<string, number> };

function personSaid(entry: CsvEntry): Partial<RosterPerson> {
  return stated({
    name: entry.name,
    handle: entry.handle,
    email: entry.email,
    timeZone: entry.time_zone,
    headline: entry.headline,
    about: entry.about,
    skills: entry.skills,
    askMeAbout: entry.ask_me_about,
    startedOn: entry.started_on,
    leftOn: entry.left_on,
    attributes: extraOf(entry, 'person'),
  });
}

function unitSaid(entry: CsvEntry): Partial<RosterUnit> {
  return stated({
    kind: entry.unit_kind,
    name: entry.unit_name,
    parentKey: entry.unit_parent,
    purpose: entry.unit_purpose,
    timeZone: entry.unit_time_zone,
    attributes: extraOf(entry, 'unit'),
  });
}

const stated = <Facts extends object>(facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;

/** Each fact by its own name, those in columns of the file's own too. */
function factsOf(said: { attributes?: Attributes }): [string, unknown][] {
  const { attributes = {}, ...columns } = said;
  return [...Object.entries(columns), ...Object.entries(attributes)];
}

type Contradiction = { what: string; line: number; before: unknown; now: unknown };

function contradictionIn<Facts extends { attributes?: Attributes }>(
  known: Map<string, Said<Facts>>,
  key: string | null,
  said: Facts,
): Contradiction | null {
  const before = key === null ? undefined : known.get(key);
  if (!before) return null;
  const facts = new Map(factsOf(before.facts));
  for (const [what, now] of factsOf(said)) {
    if (facts.has(what) && JSON.stringify(facts.get(what)) !== JSON.stringify(now)) {
      const line = before.lineOf.get(what) ?? before.line;
      return { what, line, before: facts.get(what), now };
    }
  }
  return null;
}

function note<Facts extends { attributes?: Attributes }>(
  known: Map<string, Said<Facts>>,
  key: string | null,
  line: number,
  said: Facts,
) {
  if (key === null) return;
  const entry = known.get(key) ?? { line, facts: {} as Facts, lineOf: new Map<string, number>() };
  const facts = new Map(factsOf(entry.facts));
  for (const [what] of factsOf(said)) if (!facts.has(what)) entry.lineOf.set(what, line);
  const attributes = { ...entry.facts.attributes, ...said.attributes };
  known.set(key, { ...entry, facts: { ...entry.facts, ...said, attributes } });
}

const NAMES: Record<string, string> = {
  kind: 'kind of unit',
  parentKey: 'parent',
  timeZone: 'time zone',
  email: 'e-mail address',
  askMeAbout: 'list of topics to be asked about',
  startedOn: 'first day',
  leftOn: 'last day',
};

function contradictory(entry: CsvEntry, { what, line, before, now }: Contradiction): Finding {
  const told = (value: unknown) => (value === null ? 'none' : `“${String(value)}”`);
  return {
    kind: 'refused',
    subject: 'file',
    line: entry.line,
    title: [entry.personKey, entry.unit].filter(Boolean).join(', '),
    reason: `Another ${NAMES[what] ?? what} than in line ${line}: there ${told(before)}, here ${told(now)}.`,
    mentions: {
      people: entry.personKey ? [entry.personKey] : [],
      units: entry.unit ? [entry.unit] : [],
    },
  };
}
