import type {
  Finding,
  RosterMembership,
  RosterPerson,
  RosterSchedule,
  RosterUnit,
} from '../roster';

const nameOf = ({ key, name }: RosterPerson) => (name ? `${name} (${key})` : key);

export const refusedPerson = (person: RosterPerson, reason: string): Finding => ({
  kind: 'refused',
  subject: 'person',
  line: person.line,
  title: nameOf(person),
  reason,
  mentions: { people: [person.key], units: [] },
});

export const refusedUnit = ({ key, name, line }: RosterUnit, reason: string): Finding => ({
  kind: 'refused',
  subject: 'unit',
  line,
  title: name === key ? name : `${name} (${key})`,
  reason,
  mentions: { people: [], units: [key] },
});

export const refusedMembership = (
  { personKey, unitKey, line }: RosterMembership,
  reason: string,
): Finding => ({
  kind: 'refused',
  subject: 'membership',
  line,
  title: `${personKey}, ${unitKey}`,
  reason,
  mentions: { people: [personKey], units: [unitKey] },
});

export const refusedSchedule = ({ title, line, unitKey }: RosterSchedule): Finding => ({
  kind: 'refused',
  subject: 'schedule',
  line,
  title,
  reason: `Its unit ${unitKey} was refused.`,
  mentions: { people: [], units: [unitKey] },
});
