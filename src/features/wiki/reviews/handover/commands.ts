import 'server-only';
import { recordAudits } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import type { PageFacts } from '../../policy';
import { isKeptSql } from '../statement';
import { canAssign, canOffer, canTakeUp } from './policy';
import type { Answer, HandOver } from './schema';

type HandedPage = PageFacts & { id: string; isKept: boolean };

/**
 * Hands pages over. Where the actor leads those who keep a page, or takes up one that nobody keeps,
 * it is done; where they are its steward, the other person is asked first.
 */
export async function handOver(ctx: Context, input: HandOver) {
  const { actor } = ctx;
  const to = await findKeeper(ctx, input.toHandle);
  if (!to) return { ok: false, reason: 'unknown-person' } as const;
  if (to.leftOn) return { ok: false, reason: 'leaves-too' } as const;
  const from = input.fromHandle ? await findPerson(input.fromHandle) : null;
  if (from?.id === to.id) return { ok: false, reason: 'same-person' } as const;
  return transact(async (tx) => {
    const pages = await lockPages(tx, ctx, input.pageIds);
    const assigned = pages.filter(
      (page) => canAssign(actor, page) || canTakeUp(actor, page, to.id),
    );
    const offered = pages.filter((page) => !assigned.includes(page) && canOffer(actor, page));
    authorize(
      assigned.length + offered.length === pages.length,
      'Pages are handed over by their stewards and by the leads of those who keep them.',
    );
    await assign(tx, ctx, assigned, from?.id ?? null, to.id);
    // Whoever offers a page offers their own part in it.
    await offer(tx, ctx, offered, to.id, input.note);
    return { ok: true, assigned: assigned.length, offered: offered.length, to: to.name } as const;
  });
}

/** Accepts or declines pages that one was asked to keep. */
export async function answerOffers(ctx: Context, { pageIds, answer }: Answer) {
  const toId = ctx.actor.personId;
  authorize(toId !== null);
  return transact(async (tx) => {
    const pages = await lockPages(tx, ctx, pageIds);
    const open = await tx.stewardHandover.findMany({
      where: { toId, pageId: { in: pages.map(({ id }) => id) }, answer: null },
      select: { id: true, pageId: true, fromId: true },
    });
    // Answered twice, or given to somebody else meanwhile: nothing is left to answer.
    if (open.length === 0) return { ok: false, reason: 'no-longer-offered' } as const;
    await tx.stewardHandover.updateMany({
      where: { id: { in: open.map(({ id }) => id) } },
      data: { answer: answer === 'accept' ? 'ACCEPTED' : 'DECLINED', answeredAt: ctx.now },
    });
    if (answer === 'accept') {
      for (const fromId of new Set(open.map((one) => one.fromId))) {
        const ids = new Set(open.filter((one) => one.fromId === fromId).map((one) => one.pageId));
        await assign(
          tx,
          ctx,
          pages.filter(({ id }) => ids.has(id)),
          fromId,
          toId,
        );
      }
    }
    return { ok: true, count: open.length } as const;
  });
}

/** Puts one steward in another's place; others who keep a page keep it still. */
async function assign(
  tx: Transaction,
  ctx: Context,
  pages: readonly HandedPage[],
  fromId: string | null,
  toId: string,
) {
  if (pages.length === 0) return;
  const pageIds = pages.map(({ id }) => id);
  if (fromId)
    await tx.wikiSteward.deleteMany({ where: { personId: fromId, pageId: { in: pageIds } } });
  await tx.wikiSteward.createMany({
    data: pageIds.map((pageId) => ({ pageId, personId: toId, since: ctx.now })),
    skipDuplicates: true,
  });
  // What was offered of these by the one who no longer keeps them is over.
  await tx.stewardHandover.updateMany({
    where: { pageId: { in: pageIds }, answer: null, ...(fromId ? { fromId } : {}) },
    data: { answer: 'OVERTAKEN', answeredAt: ctx.now },
  });
  await recordAudits(
    tx,
    ctx,
    pages.map(({ id, stewardIds }) => ({
      action: 'page.entrusted',
      subjectKind: 'page',
      subjectId: id,
      before: { stewardIds: [...stewardIds] },
      after: { stewardIds: [...new Set([...stewardIds.filter((each) => each !== fromId), toId])] },
    })),
  );
  await recordEvent(tx, ctx, 'page.handed-over', { pageIds, toId });
}

async function offer(
  tx: Transaction,
  ctx: Context,
  pages: readonly HandedPage[],
  toId: string,
  note: string,
) {
  if (pages.length === 0) return;
  const { personId } = ctx.actor;
  const pageIds = pages.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO "StewardHandover" ("pageId", "fromId", "toId", "askedById", "askedAt", note)
    SELECT page, ${personId}, ${toId}, ${personId}, ${ctx.now}, ${note} FROM unnest(${pageIds}::text[]) AS page
    ON CONFLICT ("pageId", "toId") WHERE answer IS NULL DO NOTHING`;
  await recordEvent(tx, ctx, 'page.offered', { pageIds, toId });
}

/** Holds pages, always in the same order, until the transaction ends. */
async function lockPages(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<HandedPage[]> {
  const isKept = new Prisma.Sql(isKeptSql('§').split('§'), [dayOf(ctx.now)]);
  const wanted = [...new Set(ids)];
  await tx.$queryRaw`
    SELECT id FROM "WikiPage" WHERE id = ANY (${wanted}::text[]) ORDER BY id FOR NO KEY UPDATE`;
  const pages = await tx.$queryRaw<HandedPage[]>`
    SELECT p.id, p."ownerUnitId", s."ownerUnitId" AS "spaceOwnerUnitId",
           false AS "isDraft", p."begunById", ${isKept} AS "isKept",
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId" WHERE p.id = ANY (${wanted}::text[]) AND p."publishedAt" IS NOT NULL`;
  if (pages.length < wanted.length) throw new NotFound();
  return pages;
}

const findPerson = (handle: string) =>
  db.person.findUnique({ where: { handle }, select: { id: true } });

/** Somebody who works here and could keep pages. */
const findKeeper = ({ now }: Context, handle: string) =>
  db.person.findFirst({
    where: {
      handle,
      deactivatedAt: null,
      OR: [{ leftOn: null }, { leftOn: { gt: dayOf(now) } }],
    },
    select: { id: true, name: true, leftOn: true },
  });
