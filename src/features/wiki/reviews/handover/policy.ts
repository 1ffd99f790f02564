import { type Actor, leads } from '@/foundation/context';
import { canEditPage, type PageFacts } from '../../policy';

/** A lead of those who keep a page says who keeps it; anybody else asks. */
export const canAssign = (actor: Actor, page: PageFacts): boolean =>
  actor.isAdministrator ||
  (page.ownerUnitId !== null && leads(actor, page.ownerUnitId)) ||
  leads(actor, page.spaceOwnerUnitId);

/** A steward offers pages to others. */
export const canOffer = (actor: Actor, page: PageFacts): boolean =>
  actor.personId !== null && page.stewardIds.includes(actor.personId);

/** Whoever may edit a page that nobody keeps may say: I will. */
export const canTakeUp = (
  actor: Actor,
  page: PageFacts & { isKept: boolean },
  toId: string,
): boolean => toId === actor.personId && !page.isKept && canEditPage(actor, page);
