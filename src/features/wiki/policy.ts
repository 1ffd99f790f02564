import { type Actor, isMemberOf, leads } from '@/foundation/context';
import type { UnitKind } from '@/foundation/prisma-client/enums';

export type PageFacts = {
  /** The unit that owns the page; null when the space's owner does. */
  ownerUnitId: string | null;
  spaceOwnerUnitId: string;
  stewardIds: readonly string[];
  isDraft: boolean;
  begunById: string | null;
};

/**
 * Everybody reads what is published. A draft is its author's, its stewards' and theirs who lead the
 * unit that owns the space; membership of that unit is not enough, for a guild is half the company.
 */
export const canSeePage = (actor: Actor, page: PageFacts): boolean =>
  !page.isDraft ||
  actor.isAdministrator ||
  isAuthor(actor, page) ||
  isSteward(actor, page) ||
  leads(actor, page.spaceOwnerUnitId);

/** The same rule as `canSeePage`, for the pages that a query may return. */
export const visibleTo = (actor: Actor) =>
  actor.isAdministrator
    ? {}
    : {
        OR: [
          { publishedAt: { not: null } },
          ...(actor.personId
            ? [
                { begunById: actor.personId },
                { stewards: { some: { personId: actor.personId } } },
                { space: { ownerUnitId: { in: unitsLedBy(actor) } } },
              ]
            : []),
        ],
      };

/** The page's owners, its stewards, the space's owners and administrators write; a draft's author in any case. */
export const canEditPage = (actor: Actor, page: PageFacts): boolean =>
  canSeePage(actor, page) &&
  (actor.isAdministrator ||
    (page.ownerUnitId !== null && isMemberOf(actor, page.ownerUnitId)) ||
    isMemberOf(actor, page.spaceOwnerUnitId) ||
    isSteward(actor, page) ||
    isOwnDraft(actor, page));

/** Taking a page out of the shelves is for those who answer for it. */
export const canArchivePage = (actor: Actor, page: PageFacts): boolean =>
  canSeePage(actor, page) &&
  (actor.isAdministrator ||
    (page.ownerUnitId !== null && leads(actor, page.ownerUnitId)) ||
    leads(actor, page.spaceOwnerUnitId) ||
    isSteward(actor, page) ||
    isOwnDraft(actor, page));

/** Moving a page changes where everybody finds it: as with the archive, for those who answer for it. */
export const canMovePage = canArchivePage;

export const canAddPage = (actor: Actor, space: { ownerUnitId: string }): boolean =>
  actor.isAdministrator || isMemberOf(actor, space.ownerUnitId);

/** A lead opens a space for the unit they lead. */
export const canOpenSpace = (actor: Actor, ownerUnitId: string): boolean =>
  actor.isAdministrator || leads(actor, ownerUnitId);

/** What a space is called and where it lies is said by those who lead its owners. */
export const canChangeSpace = (actor: Actor, space: { ownerUnitId: string }): boolean =>
  canOpenSpace(actor, space.ownerUnitId);

type KeptSpace = {
  ownerUnitId: string;
  /** Units that answer for what the owner left, once it has ended (`unit_heirs`). */
  heirIds: readonly string[];
};

/** A space is handed on by the leads of its owners; when these are no more, by those who answer for what they left. */
export const canHandOnSpace = (actor: Actor, { ownerUnitId, heirIds }: KeptSpace): boolean =>
  actor.isAdministrator || [ownerUnitId, ...heirIds].some((unitId) => leads(actor, unitId));

/** Nobody is given a space without a word: a lead of the unit takes it. */
export const canTakeSpace = canOpenSpace;

/** Kinds of units that own spaces; the database holds the same (space_owner_fits). */
export const OWNS_SPACES: readonly UnitKind[] = ['GUILD', 'SUBGUILD', 'SQUAD', 'WORKING_GROUP'];

/** Whole shelves are filled by those who answer for them. */
export const canImportInto = (actor: Actor, space: { ownerUnitId: string }): boolean =>
  actor.isAdministrator || leads(actor, space.ownerUnitId);

export const canImportPages = (actor: Actor): boolean => actor.isAdministrator;

export const unitsLedBy = (actor: Actor) =>
  actor.memberships.map(({ unitId }) => unitId).filter((unitId) => leads(actor, unitId));

const isAuthor = (actor: Actor, page: PageFacts) =>
  actor.personId !== null && page.begunById === actor.personId;

const isOwnDraft = (actor: Actor, page: PageFacts) => page.isDraft && isAuthor(actor, page);

const isSteward = (actor: Actor, page: PageFacts) =>
  actor.personId !== null && page.stewardIds.includes(actor.personId);
