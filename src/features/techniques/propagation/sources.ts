export const sourceKinds = ['ORIGIN', 'ADOPTION', 'COMPONENT', 'INDEPENDENT', 'UNKNOWN'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type SourceFacts = {
  id: string;
  squadId: string;
  sourceAdoptionId: string | null;
  firstOn: Date;
};

/**
 * The dealings from which a squad may have it: of others, begun no later than its own, and not
 * themselves come from it, so that what spread from whom stays a tree.
 */
export function possibleSources<Facts extends SourceFacts>(
  adoptions: readonly Facts[],
  squadId: string,
  firstOn: Date,
): Facts[] {
  const parents = new Map(adoptions.map(({ id, sourceAdoptionId }) => [id, sourceAdoptionId]));
  const own = adoptions.find((adoption) => adoption.squadId === squadId)?.id;
  return adoptions.filter(
    (adoption) =>
      adoption.squadId !== squadId &&
      adoption.firstOn <= firstOn &&
      !(own && cameFrom(adoption.id, own, parents)),
  );
}

function cameFrom(id: string, ancestor: string, parents: Map<string, string | null>): boolean {
  const seen = new Set<string>();
  let at: string | null | undefined = id;
  while (at && !seen.has(at)) {
    if (at === ancestor) return true;
    seen.add(at);
    at = parents.get(at);
  }
  return false;
}
