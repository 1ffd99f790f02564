import type { SearchSubject } from '@/foundation/search-subject';
import type { SubjectKind } from '../subject-kinds';

export type Fact = { name: string; payload: unknown };

/**
 * What is kept with subjects of another kind. It names them, leads to them and belongs where they do, so it
 * is indexed anew when that changes, and not with every text that is saved; its own text has facts of its own.
 */
export const keptWith: Partial<Record<SubjectKind, SubjectKind>> = { page: 'file' };

type Looks = Pick<SearchSubject, 'title' | 'subtitle' | 'address' | 'unitId'>;

/** What a subject lends to what is kept with it. */
export const lookOf = ({ title, subtitle, address, unitId }: Looks) =>
  JSON.stringify([title, subtitle, address, unitId]);

/** Which fact changes which subject, and where in its payload the id stands. */
const subjectsOfFacts: Record<string, readonly { kind: SubjectKind; key: string }[]> = {
  'person.changed': [{ kind: 'person', key: 'personId' }],
  'unit.changed': [{ kind: 'unit', key: 'unitId' }],
  'page.revised': [{ kind: 'page', key: 'pageId' }],
  'page.moved': [{ kind: 'page', key: 'pageId' }],
  'page.archived': [{ kind: 'page', key: 'pageId' }],
  'page.restored': [{ kind: 'page', key: 'pageId' }],
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
