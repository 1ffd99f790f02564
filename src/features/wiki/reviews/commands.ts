import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import type { Prisma, Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import type { ReviewOutcome } from '@/foundation/prisma-client/enums';
import { transact } from '@/foundation/transaction';
import { findPageToChange, type PageToChange } from '../revisions/queries';
import { dueAfter, OWN_DATE_DAYS_MAX } from './freshness';
import { SUMMARY_MIN } from './limits';
import { canReview } from './policy';
import { findReplacement, lastCheckedRevision } from './queries';
import { QUESTIONS } from './questions';
import type { ReviewRefusal } from './refusals';
import type { Confirm, Correct, Doubt, Retire } from './schema';

type Looked = { pageId: string; revisionNumber: number };
type Review = Omit<
  Prisma.KnowledgeReviewUncheckedCreateInput,
  'pageId' | 'reviewerId' | 'at' | 'revisionNumber'
>;
type Verdict = Review | ReviewRefusal;

/** Says that a page is still true, and until when; every question answered, or what was done told. */
export function confirmPage(ctx: Context, input: Confirm) {
  return review(ctx, input, async (page) => {
    const answered = QUESTIONS[page.kind].filter((question) => input.ticks.includes(question));
    const isTold = input.note.length >= SUMMARY_MIN;
    if (answered.length < QUESTIONS[page.kind].length && !isTold) return 'bare-click';
    return checked(ctx, page, input, { outcome: 'CONFIRMED', ticks: answered });
  });
}

/** Says that a page was wrong and has been put right by a revision since it was last checked. */
export function correctPage(ctx: Context, input: Correct) {
  return review(ctx, input, async (page, tx) => {
    if ((await lastCheckedRevision(tx, page.id)) === page.number) return 'nothing-corrected';
    return checked(ctx, page, input, { outcome: 'CORRECTED' });
  });
}

/** Says that a page needs work; it stays due until somebody has checked it. */
export function doubtPage(ctx: Context, input: Doubt) {
  return review(ctx, input, async (page, tx) => {
    const standing = await tx.pageStanding.findUnique({ where: { pageId: page.id } });
    return standing?.isObsolete ? 'obsolete' : { outcome: 'OUTDATED', note: input.note };
  });
}

/** Says that a page no longer holds, and which one holds instead. */
export function retirePage(ctx: Context, input: Retire) {
  return review(ctx, input, async (page, tx) => {
    if (!input.replacement) return { outcome: 'RETIRED', note: input.note };
    const found = await findReplacement(tx, input.replacement);
    if (typeof found === 'string') return found;
    if (found.id === page.id) return 'replaces-itself';
    if (found.isObsolete) return 'replacement-obsolete';
    return { outcome: 'RETIRED', note: input.note, replacedById: found.id };
  });
}

/** Loads, asks who may, holds the page against edits of the same moment, and adds the review. */
async function review(
  ctx: Context,
  { pageId, revisionNumber }: Looked,
  judge: (page: PageToChange, tx: Transaction) => Promise<Verdict>,
) {
  const page = await findPageToChange(ctx, pageId);
  if (!page) throw new NotFound();
  authorize(
    canReview(ctx.actor, page),
    'A page is reviewed by its stewards and by those who answer for it.',
  );
  const reviewerId = ctx.actor.personId as string;
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  return transact(async (tx) => {
    const number = await lockPage(tx, pageId);
    if (number !== revisionNumber) return { ok: false, reason: 'changed-underneath' } as const;
    const verdict = await judge(page, tx);
    if (typeof verdict === 'string') return { ok: false, reason: verdict } as const;
    const { id } = await tx.knowledgeReview.create({
      data: { ...verdict, pageId, reviewerId, at: ctx.now, revisionNumber },
      select: { id: true },
    });
    await recordReviewed(tx, ctx, pageId, id, verdict.outcome);
    return { ok: true, spaceSlug: page.spaceSlug, path: page.path } as const;
  });
}

async function recordReviewed(
  tx: Transaction,
  ctx: Context,
  pageId: string,
  reviewId: bigint,
  outcome: ReviewOutcome,
) {
  await recordEvent(tx, ctx, 'page.reviewed', { pageId, reviewId: String(reviewId), outcome });
}

type Check = Pick<Confirm, 'against' | 'againstUrl' | 'checkAgainOn' | 'note'>;

function checked(
  { now }: Context,
  { kind }: PageToChange,
  { checkAgainOn, against, againstUrl, note }: Check,
  outcome: Pick<Review, 'outcome' | 'ticks'>,
): Verdict {
  const today = dayOf(now);
  const isFit =
    !checkAgainOn || (checkAgainOn > today && checkAgainOn <= addDays(today, OWN_DATE_DAYS_MAX));
  if (!isFit) return 'own-date';
  return {
    ...outcome,
    against,
    againstUrl,
    note,
    nextDueOn: checkAgainOn ?? dueAfter(kind, today),
  };
}

/** Holds a page until the transaction ends. @returns the number of its current revision */
async function lockPage(tx: Transaction, pageId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    SELECT r.number FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE p.id = ${pageId} FOR NO KEY UPDATE OF p`;
  return row?.number ?? null;
}
