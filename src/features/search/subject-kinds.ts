export const subjectKinds = [
  'technique',
  'attempt',
  'page',
  'person',
  'unit',
  'meetup',
  'working-group',
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

const labels: Record<SubjectKind, { one: string; many: string }> = {
  technique: { one: 'Technique', many: 'Techniques' },
  attempt: { one: 'Attempt', many: 'Attempts' },
  page: { one: 'Wiki page', many: 'Wiki pages' },
  person: { one: 'Person', many: 'People' },
  unit: { one: 'Unit', many: 'Units' },
  meetup: { one: 'Meetup', many: 'Meetups' },
  'working-group': { one: 'Working group', many: 'Working groups' },
};

export const kindLabel = (kind: SubjectKind) => labels[kind].one;
export const kindLabelPlural = (kind: SubjectKind) => labels[kind].many;
export const isSubjectKind = (text: string): text is SubjectKind =>
  (subjectKinds as readonly string[]).includes(text);
