import type { UnitKind } from './schema';

const PARENT_KINDS: Record<UnitKind, readonly UnitKind[]> = {
  TRIBE: [],
  SQUAD: ['TRIBE'],
  CHAPTER: ['TRIBE'],
  GUILD: [],
  // Sub-guilds nest: imported organisations have teams within teams.
  SUBGUILD: ['GUILD', 'SUBGUILD'],
  WORKING_GROUP: ['GUILD', 'SUBGUILD', 'TRIBE'],
};

/** The kinds of unit that one of this kind may belong to; none for tribes and guilds. */
export const parentKindsOf = (kind: UnitKind): readonly UnitKind[] => PARENT_KINDS[kind];

export const mayStandBeneath = (kind: UnitKind, parent: UnitKind): boolean =>
  PARENT_KINDS[kind].includes(parent);

/** The kinds of unit that may be opened within one of this kind. */
export const childKindsOf = (parent: UnitKind): UnitKind[] =>
  (Object.keys(PARENT_KINDS) as UnitKind[]).filter((kind) => mayStandBeneath(kind, parent));

/** A sub-guild is a part of a guild, so it never stands alone. */
export const needsParent = (kind: UnitKind): boolean => kind === 'SUBGUILD';

export type ParentLink = { unitId: string; parentId: string };

/** The units above one, nearest first, among links that hold on one day. */
export function ancestorsOf(unitId: string, links: readonly ParentLink[]): string[] {
  const parentOf = new Map(links.map((link) => [link.unitId, link.parentId]));
  const ancestors: string[] = [];
  let next = parentOf.get(unitId);
  while (next !== undefined && !ancestors.includes(next)) {
    ancestors.push(next);
    next = parentOf.get(next);
  }
  return ancestors;
}

/** Whether putting a unit beneath this parent would put it beneath itself. */
export function wouldMakeCycle(
  unitId: string,
  parentId: string,
  links: readonly ParentLink[],
): boolean {
  return parentId === unitId || ancestorsOf(parentId, links).includes(unitId);
}

type Place = { tribeId: string | null; name: string };

/** A chapter lies within one tribe; somebody in a squad of another tribe is in the wrong one. */
export function chapterRemark(squad: Place | null, chapters: readonly Place[]): string | null {
  const stray = chapters.find(
    ({ tribeId }) => squad?.tribeId && tribeId && tribeId !== squad.tribeId,
  );
  return stray
    ? `The chapter ${stray.name} belongs to another tribe than the squad ${squad?.name}.`
    : null;
}
