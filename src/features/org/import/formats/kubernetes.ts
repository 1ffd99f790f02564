import { z } from 'zod';
import type { UnitKind } from '../../schema';
import { sentencesOf } from '../fields';
import { emptyRoster, type Finding, type Roster, type RosterMembership } from '../roster';
import { readMeeting } from '../schedules/reading';
import { peopleGathered } from './kubernetes-people';
import {
  attributesOf,
  type Group,
  group,
  type Leader,
  leader,
  type Meeting,
  subproject,
} from './kubernetes-schema';
import { readYamlDocuments, type YamlDocument } from './yaml-documents';

const KINDS: Record<string, { kind: UnitKind; called: string }> = {
  sigs: { kind: 'GUILD', called: 'special interest group' },
  workinggroups: { kind: 'WORKING_GROUP', called: 'working group' },
  usergroups: { kind: 'GUILD', called: 'user group' },
  committees: { kind: 'GUILD', called: 'committee' },
};

type Path = readonly (string | number)[];
type Reading = {
  roster: Roster;
  people: ReturnType<typeof peopleGathered>;
  lineOf: YamlDocument['lineOf'];
};

/** Reads the Kubernetes community’s `sigs.yaml`: interest groups, their subprojects, leaders and meetings. */
export async function readKubernetes(text: string): Promise<Roster> {
  const roster = emptyRoster();
  const [document] = await readYamlDocuments(text);
  const contents = z.record(z.string(), z.unknown()).safeParse(document?.value);
  if (!document || document.fault || !contents.success) {
    const { line, reason } = document?.fault ?? { line: 1, reason: 'This is no sigs.yaml.' };
    roster.findings.push(refusal(line, reason));
    return roster;
  }
  const people = peopleGathered(roster.findings);
  const reading = { roster, people, lineOf: document.lineOf };
  for (const [list, groups] of Object.entries(contents.data)) {
    if (Object.hasOwn(KINDS, list) && Array.isArray(groups)) {
      for (const index of groups.keys()) readGroup(reading, [list, index], groups[index]);
    } else if (list === 'gb_rep') {
      readRepresentative(reading, groups);
    } else {
      roster.findings.push(leftOut(list, document.lineOf([list])));
    }
  }
  roster.people = people.all();
  return roster;
}

function readGroup(reading: Reading, path: Path, value: unknown): void {
  const { roster, people, lineOf } = reading;
  const line = lineOf(path);
  const parsed = group.safeParse(value);
  const kind = KINDS[String(path[0])];
  if (!parsed.success || !kind) {
    roster.findings.push(refusal(line, parsed.success ? '' : sentencesOf(parsed.error)));
    return;
  }
  const { dir, name, mission_statement, leadership, meetings, subprojects, ...rest } = parsed.data;
  const { chairs, tech_leads, emeritus_leads, ...otherLeaders } = leadership;
  roster.units.push({
    key: dir,
    line,
    kind: kind.kind,
    name,
    purpose: mission_statement ?? '',
    parentKey: null,
    isOver: false,
    attributes: {
      kind: kind.called,
      ...attributesOf(rest),
      ...(Object.keys(otherLeaders).length > 0 && { leadership: attributesOf(otherLeaders) }),
    },
  });
  readLeaders(reading, dir, [...path, 'leadership'], leadership);
  meetings.forEach((meeting, index) => {
    readSchedule(reading, dir, [...path, 'meetings', index], meeting);
  });
  for (const [index, entry] of subprojects.entries()) {
    readSubproject(reading, parsed.data, [...path, 'subprojects', index], entry);
  }
  const { liaison } = parsed.data.contact ?? {};
  if (liaison) people.meet(liaison, lineOf([...path, 'contact', 'liaison']));
}

function readLeaders(reading: Reading, unitKey: string, path: Path, of: Group['leadership']): void {
  const titles = new Map<string, { line: number; called: string[] }>();
  const meet = (leaders: Leader[], list: string, called: string) => {
    leaders.forEach((leader, index) => {
      const line = reading.lineOf([...path, list, index]);
      const key = reading.people.meet(leader, line);
      const known = titles.get(key);
      if (!known) titles.set(key, { line, called: [called] });
      else if (!known.called.includes(called)) known.called.push(called);
    });
  };
  meet(of.chairs, 'chairs', 'Chair');
  meet(of.tech_leads, 'tech_leads', 'Tech lead');
  for (const [personKey, { line, called }] of titles) {
    reading.roster.memberships.push(lead(personKey, unitKey, line, called.join(', ')));
  }
  titles.clear();
  meet(of.emeritus_leads, 'emeritus_leads', 'Emeritus lead');
  for (const [personKey, { line, called }] of titles) {
    const former = lead(personKey, unitKey, line, called.join(', '));
    reading.roster.memberships.push({ ...former, isOver: true });
  }
}

const lead = (
  personKey: string,
  unitKey: string,
  line: number,
  note: string,
): RosterMembership => ({
  personKey,
  unitKey,
  line,
  role: 'LEAD',
  note,
  isOver: false,
});

function readSubproject(reading: Reading, of: Group, path: Path, value: unknown): void {
  const line = reading.lineOf(path);
  const parsed = subproject.safeParse(value);
  if (!parsed.success) {
    const mentions = { people: [], units: [of.dir] };
    reading.roster.findings.push({ ...refusal(line, sentencesOf(parsed.error)), mentions });
    return;
  }
  const { name, description, leads, meetings, ...rest } = parsed.data;
  const key = `${of.dir}/${name}`;
  reading.roster.units.push({
    key,
    line,
    kind: 'SUBGUILD',
    name,
    purpose: description ?? '',
    parentKey: of.dir,
    isOver: false,
    attributes: { kind: 'subproject', ...attributesOf(rest) },
  });
  for (const [index, person] of leads.entries()) {
    const at = reading.lineOf([...path, 'leads', index]);
    const personKey = reading.people.meet(person, at);
    reading.roster.memberships.push(lead(personKey, key, at, 'Subproject lead'));
  }
  meetings.forEach((meeting, index) => {
    readSchedule(reading, key, [...path, 'meetings', index], meeting);
  });
}

function readSchedule(reading: Reading, unitKey: string, path: Path, meeting: Meeting): void {
  const { description, day, time, tz, frequency, ...links } = meeting;
  const { schedules } = reading.roster;
  const same = schedules.filter(
    (other) => other.unitKey === unitKey && other.title === description,
  );
  const number = same.length > 0 ? ` (${same.length + 1})` : '';
  schedules.push({
    key: `${unitKey}: ${description}${number}`,
    unitKey,
    line: reading.lineOf(path),
    title: description,
    originalText: [day, time, tz, frequency].join(' · '),
    links: attributesOf(links),
    ...readMeeting({ day, time, zone: tz, frequency }),
  });
}

function readRepresentative(reading: Reading, value: unknown): void {
  const line = reading.lineOf(['gb_rep']);
  const parsed = leader.safeParse(value);
  if (parsed.success) reading.people.mark(reading.people.meet(parsed.data, line), 'gb_rep');
  else reading.roster.findings.push(refusal(line, sentencesOf(parsed.error)));
}

const refusal = (line: number, reason: string): Finding => ({
  kind: 'refused',
  subject: 'file',
  line,
  title: '',
  reason,
});

const leftOut = (list: string, line: number): Finding => ({
  kind: 'notice',
  subject: 'file',
  line,
  title: list,
  reason: 'This part of the file is not known here and was left out.',
});
