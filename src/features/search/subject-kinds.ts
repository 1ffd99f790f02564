export const subjectKinds = [
  'technique',
  'attempt',
  'page',
  'file',
  'talk',
  'meetup',
  'working-group',
  'deliverable',
  'person',
  'unit',
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

const labels: Record<SubjectKind, { one: string; many: string }> = {
  technique: { one: 'Technique', many: 'Techniques' },
  attempt: { one: 'Attempt', many: 'Attempts' },
  page: { one: 'Wiki page', many: 'Wiki pages' },
  file: { one: 'File', many: 'Files' },
  talk: { one: 'Talk', many: 'Talks' },
  meetup: { one: 'Meetup', many: 'Meetups' },
  'working-group': { one: 'Working group', many: 'Working groups' },
  deliverable: { one: 'Deliverable', many: 'Deliverables' },
  person: { one: 'Person', many: 'People' },
  unit: { one: 'Unit', many: 'Units' },
};

export const kindLabel = (kind: SubjectKind) => labels[kind].one;
export const kindLabelPlural = (kind: SubjectKind) => labels[kind].many;
export const isSubjectKind = (text: string): text is SubjectKind =>
  (subjectKinds as readonly string[]).includes(text);
