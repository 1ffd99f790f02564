import type { SubjectKind } from '../subject-kinds';

export type Fact = { name: string; payload: unknown };

const PAGE_AND_FILES = [
  { kind: 'page', key: 'pageId' },
  { kind: 'file', key: 'pageId' },
] as const;

/** Which fact changes which subject, and where in its payload the id stands. */
const subjectsOfFacts: Record<string, readonly { kind: SubjectKind; key: string }[]> = {
  'person.changed': [{ kind: 'person', key: 'personId' }],
  'unit.changed': [{ kind: 'unit', key: 'unitId' }],
  'page.revised': PAGE_AND_FILES,
  'page.moved': PAGE_AND_FILES,
  'page.archived': PAGE_AND_FILES,
  'page.restored': PAGE_AND_FILES,
  'page.reviewed': [{ kind: 'page', key: 'pageId' }],
  'page.reported': [{ kind: 'page', key: 'pageId' }],
  'page.doubted': [{ kind: 'page', key: 'pageId' }],
  'file.added': [{ kind: 'file', key: 'fileId' }],
  'file.read': [{ kind: 'file', key: 'fileId' }],
  'file.removed': [{ kind: 'file', key: 'fileId' }],
  'meetup.changed': [
    { kind: 'meetup', key: 'meetupId' },
    { kind: 'talk', key: 'meetupId' },
  ],
  'technique.changed': [{ kind: 'technique', key: 'techniqueId' }],
  'adoption.moved': [{ kind: 'technique', key: 'techniqueId' }],
  'attempt.changed': [{ kind: 'attempt', key: 'attemptId' }],
  'working-group.changed': [
    { kind: 'working-group', key: 'workingGroupId' },
    { kind: 'deliverable', key: 'workingGroupId' },
  ],
};

/** The subjects to be indexed anew after some facts, each once. A fact may name one id or several. */
export function subjectsToIndex(facts: readonly Fact[]): Map<SubjectKind, string[]> {
  const found = new Map<SubjectKind, Set<string>>();
  for (const { name, payload } of facts) {
    if (typeof payload !== 'object' || payload === null) continue;
    const fields = payload as Record<string, unknown>;
    for (const { kind, key } of subjectsOfFacts[name] ?? []) {
      const known = found.get(kind) ?? new Set();
      for (const id of [fields[key], fields[`${key}s`]].flat()) {
        if (typeof id === 'string') known.add(id);
      }
      found.set(kind, known);
    }
  }
  return new Map([...found].map(([kind, ids]) => [kind, [...ids]]));
}
