import { type Actor, isMemberOf } from '@/foundation/context';
import { canArchivePage, canEditPage, type PageFacts } from '../policy';

/** A page is called true by those who answer for it: its stewards, its own squad, its leads. */
export const canReview = (actor: Actor, page: PageFacts): boolean =>
  actor.personId !== null &&
  !page.isDraft &&
  (canArchivePage(actor, page) ||
    (page.ownerUnitId !== null && isMemberOf(actor, page.ownerUnitId)));

/** What readers wrote is for those who can do something about it. Who wrote it is nobody's business. */
export const canReadReports = canReview;

/** Every reader may say that a page did not work for them, and take their own word back. */
export const canReport = (actor: Actor): boolean => actor.personId !== null;

/** A page that nobody keeps may be taken on by whoever may edit it. */
export const canTakeOn = (actor: Actor, page: PageFacts, isKept: boolean): boolean =>
  actor.personId !== null && !page.isDraft && !isKept && canEditPage(actor, page);
