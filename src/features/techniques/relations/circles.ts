export const relationKinds = [
  'DERIVED_FROM',
  'ADAPTS',
  'GENERALISES',
  'COMBINES',
  'SUPERSEDES',
  'CONTRADICTS',
] as const;
export type RelationKind = (typeof relationKinds)[number];

export type Relation = { fromId: string; toId: string; kind: RelationKind };

/** Two techniques may contradict each other; every other relation leads one way only. */
export function leadsInACircle(relations: readonly Relation[], added: Relation): boolean {
  if (added.kind === 'CONTRADICTS') return false;
  const waiting = [added.toId];
  const reached = new Set<string>();
  while (waiting.length > 0) {
    const id = waiting.pop() as string;
    if (id === added.fromId) return true;
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { fromId, toId, kind } of relations) {
      if (fromId === id && kind !== 'CONTRADICTS') waiting.push(toId);
    }
  }
  return false;
}
