import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { askPrepared } from '@/foundation/prepared';
import { persevere, transact } from '@/foundation/transaction';
import { isUnsettled } from '../editing/merging';
import { keepLiveSave } from '../live/commands';
import { canEditPage } from '../policy';
import { renderLinked } from '../rendering/queries';
import { readMarkdown } from '../rendering/render-markdown';
import type { NewRevision } from '../schema';
import { entrustTo } from '../stewards/commands';
import { findStewardIds } from '../stewards/queries';
import { type AskToSave, type RevisionToSave, saveRevision } from '../storing/commands';
import { agreeOnTitle } from '../titles';
import { nextRevision } from './next-revision';
import { findPageToChange, type PageToChange } from './queries';

/**
 * Saves what somebody wrote as the page's next revision, unless another one was saved since they
 * began: then nothing is stored, and the writer decides what becomes of both.
 */
export async function revisePage(ctx: Context, input: NewRevision) {
  const page = await findPageToChange(ctx, input.pageId);
  if (!page) throw new NotFound();
  authorize(canEditPage(ctx.actor, page));
  const stewardIds = await findStewardIds(db, input.stewardHandles);
  if (!stewardIds) return { ok: false, reason: 'unknown-steward' } as const;
  const keeping = { kind: input.kind, ownerUnitId: input.ownerUnitId, stewardIds };
  return saveNext(ctx, page, input, { keeping });
}

type NewText = Pick<
  NewRevision,
  'baseNumber' | 'title' | 'markdown' | 'changeSummary' | 'liveUpdate'
>;

/** Whose words they are when somebody else saves them, and what else belongs to the same change. */
export type OnBehalf = {
  authorId: string | null;
  settle: (tx: Transaction, number: number) => Promise<void>;
};

/** The same for a text that another person wrote, by somebody who may edit the page; who keeps it stays. */
export async function reviseOnBehalf(
  ctx: Context,
  { pageId, ...text }: NewText & { pageId: string },
  onBehalf: OnBehalf,
) {
  const page = await findPageToChange(ctx, pageId);
  if (!page) throw new NotFound();
  authorize(canEditPage(ctx.actor, page));
  return saveNext(ctx, page, text, { keeping: page, onBehalf });
}

async function saveNext(
  ctx: Context,
  page: PageToChange,
  input: NewText,
  { keeping, onBehalf }: { keeping: Keeping; onBehalf?: OnBehalf },
) {
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  if (page.number !== input.baseNumber) return { ok: false, reason: 'changed-underneath' } as const;
  if (isUnsettled(input.markdown)) return { ok: false, reason: 'unsettled' } as const;

  const read = readMarkdown(input.markdown);
  const { title, markdown } = agreeOnTitle(page, input, read.writtenTitle);
  const isNewText = markdown !== page.markdown || title !== page.title;
  const isOtherwise = isKeptOtherwise(page, keeping);
  if (!isNewText && !isOtherwise && !onBehalf) return saved(page, page.number);

  const readAgain = markdown === input.markdown ? read : readMarkdown(markdown);
  const rendered = isNewText ? await renderLinked(page, title, readAgain) : null;
  const text = { title, markdown, changeSummary: input.changeSummary };
  const next = rendered && nextRevision(ctx, page, { ...text, rendered }, onBehalf);
  const isAlone = !isOtherwise && !onBehalf && !input.liveUpdate;
  if (next && isAlone) return saveAlone(ctx, page, next);

  return transact(async (tx) => {
    const isHeld = await (next ? saveRevision(within(tx), ctx, next) : lockAt(tx, page));
    if (!isHeld) return { ok: false, reason: 'changed-underneath' } as const;
    const number = page.number + (next ? 1 : 0);
    if (next && input.liveUpdate) {
      const { markdown: written, liveUpdate: update } = input;
      await keepLiveSave(tx, ctx, { pageId: page.id, number, markdown: written, update });
    }
    if (isOtherwise) await keepOtherwise(tx, ctx, page, keeping);
    await onBehalf?.settle(tx, number);
    if (!next && isOtherwise && !page.isDraft) {
      await recordEvent(tx, ctx, 'page.revised', { pageId: page.id });
    }
    return saved(page, number);
  });
}

/** Makes the text of an earlier revision the page's next one; all revisions between stay. */
export async function restoreRevision(
  ctx: Context,
  input: { pageId: string; number: number; baseNumber: number },
) {
  const page = await findPageToChange(ctx, input.pageId);
  if (!page) throw new NotFound();
  authorize(canEditPage(ctx.actor, page));
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  if (page.number !== input.baseNumber) return { ok: false, reason: 'changed-underneath' } as const;
  const earlier = await db.wikiRevision.findUnique({
    where: { pageId_number: { pageId: page.id, number: input.number } },
    select: { title: true, markdown: true },
  });
  if (!earlier) throw new NotFound();

  const { title, markdown } = earlier;
  const rendered = await renderLinked(page, title, readMarkdown(markdown));
  const changeSummary = `Restored revision ${input.number}`;
  return saveAlone(
    ctx,
    page,
    nextRevision(ctx, page, { title, markdown, rendered, changeSummary }),
  );
}

type Keeping = Pick<PageToChange, 'kind' | 'ownerUnitId' | 'stewardIds'>;

const saved = ({ spaceSlug, path }: PageToChange, number: number) =>
  ({ ok: true, spaceSlug, path, number }) as const;

const isKeptOtherwise = (page: Keeping, keeping: Keeping) =>
  page.kind !== keeping.kind ||
  page.ownerUnitId !== keeping.ownerUnitId ||
  page.stewardIds.length !== keeping.stewardIds.length ||
  keeping.stewardIds.some((id) => !page.stewardIds.includes(id));

/** Holds the page for this change; false when another revision was saved first. */
async function lockAt(tx: Transaction, page: PageToChange): Promise<boolean> {
  const [locked] = await tx.$queryRaw<{ currentRevisionId: string }[]>`
    SELECT "currentRevisionId" FROM "WikiPage" WHERE id = ${page.id} FOR UPDATE`;
  return locked?.currentRevisionId === page.revisionId;
}

/** Saves a revision with which nothing else changes: one statement, without a transaction around it. */
async function saveAlone(ctx: Context, page: PageToChange, next: RevisionToSave) {
  const isSaved = await persevere(() => saveRevision(askPrepared, ctx, next));
  return isSaved
    ? saved(page, next.revision.number)
    : ({ ok: false, reason: 'changed-underneath' } as const);
}

const within =
  (tx: Transaction): AskToSave =>
  (text, values) =>
    tx.$queryRawUnsafe(text, ...values);

async function keepOtherwise(tx: Transaction, ctx: Context, page: PageToChange, keeping: Keeping) {
  const { stewardIds: to, ...data } = keeping;
  await tx.wikiPage.update({ where: { id: page.id }, data, select: { id: true } });
  await entrustTo(tx, ctx, page.id, to);
  const { kind, ownerUnitId, stewardIds } = page;
  await recordAudit(tx, ctx, {
    action: 'page.entrusted',
    subjectKind: 'page',
    subjectId: page.id,
    before: { kind, ownerUnitId, stewardIds },
    after: keeping,
  });
}
