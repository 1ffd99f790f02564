import { type Actor, isMemberOf, leads } from '@/foundation/context';

export type PageFacts = {
  /** The unit that owns the page; null when the space's owner does. */
  ownerUnitId: string | null;
  spaceOwnerUnitId: string;
  stewardIds: readonly string[];
};

/** The page's owners, its stewards, the space's owners and administrators write; everybody reads. */
export const canEditPage = (actor: Actor, page: PageFacts): boolean =>
  actor.isAdministrator ||
  (page.ownerUnitId !== null && isMemberOf(actor, page.ownerUnitId)) ||
  isMemberOf(actor, page.spaceOwnerUnitId) ||
  isSteward(actor, page);

/** Taking a page out of the shelves is for those who answer for it. */
export const canArchivePage = (actor: Actor, page: PageFacts): boolean =>
  actor.isAdministrator ||
  (page.ownerUnitId !== null && leads(actor, page.ownerUnitId)) ||
  leads(actor, page.spaceOwnerUnitId) ||
  isSteward(actor, page);

export const canAddPage = (actor: Actor, space: { ownerUnitId: string }): boolean =>
  actor.isAdministrator || isMemberOf(actor, space.ownerUnitId);

/** A lead opens a space for the unit they lead. */
export const canOpenSpace = (actor: Actor, ownerUnitId: string): boolean =>
  actor.isAdministrator || leads(actor, ownerUnitId);

export const canImportPages = (actor: Actor): boolean => actor.isAdministrator;

const isSteward = (actor: Actor, page: PageFacts) =>
  actor.personId !== null && page.stewardIds.includes(actor.personId);
