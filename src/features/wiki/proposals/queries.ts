import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeTimeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import type { ProposalState } from '@/foundation/prisma-client/enums';
import { type Question, question } from '@/foundation/questions';
import { pageHref } from '../addresses';
import { acceptedText } from './outcome';
import { canDecide, canWithdraw } from './policy';

export type ProposalToDecide = NonNullable<Awaited<ReturnType<typeof findProposalToDecide>>>;

/** A proposal as a decision on it begins. */
export const findProposalToDecide = (id: string) =>
  db.pageProposal.findUnique({
    where: { id },
    select: {
      id: true,
      pageId: true,
      state: true,
      title: true,
      markdown: true,
      reason: true,
      proposerId: true,
      base: { select: { title: true, markdown: true } },
    },
  });

/** What became of a proposal, and by whom. */
export async function findDecision(id: string) {
  const { state, decidedBy } = await db.pageProposal.findUniqueOrThrow({
    where: { id },
    select: { state: true, decidedBy: { select: { name: true } } },
  });
  return { state, by: decidedBy?.name ?? 'Somebody' };
}

const PERSON = { select: { name: true, handle: true } } as const;
const TEXT = { select: { number: true, title: true, markdown: true } } as const;

/** A proposal with the texts it is read beside: where it was begun, and the page as it stands. */
export async function getProposal({ actor }: Context, id: string) {
  const proposal = await db.pageProposal.findUnique({
    where: { id },
    include: {
      base: TEXT,
      proposer: PERSON,
      decidedBy: PERSON,
      page: {
        select: {
          path: true,
          title: true,
          archivedAt: true,
          begunById: true,
          ownerUnitId: true,
          space: { select: { slug: true, name: true, ownerUnitId: true } },
          stewards: { select: { personId: true } },
          currentRevision: TEXT,
        },
      },
    },
  });
  const current = proposal?.page.currentRevision;
  if (!proposal || !current) return null;
  const { page } = proposal;
  const facts = {
    ownerUnitId: page.ownerUnitId,
    spaceOwnerUnitId: page.space.ownerUnitId,
    stewardIds: page.stewards.map(({ personId }) => personId),
    begunById: page.begunById,
    // Nothing is proposed to a draft, and what was published stays so.
    isDraft: false,
  };
  const isOpen = proposal.state === 'OPEN';
  const address = { spaceSlug: page.space.slug, path: page.path };
  return {
    ...proposal,
    address,
    pageHref: pageHref(address),
    spaceName: page.space.name,
    current,
    accepted: acceptedText(proposal.base, proposal, current),
    isArchived: page.archivedAt !== null,
    canDecide: isOpen && !page.archivedAt && canDecide(actor, facts),
    canWithdraw: isOpen && canWithdraw(actor, proposal),
  };
}

export type Proposal = NonNullable<Awaited<ReturnType<typeof getProposal>>>;

type ListedRow = {
  id: string;
  state: ProposalState;
  reason: string;
  createdAt: Date;
  decidedAt: Date | null;
  decisionReason: string;
  proposerName: string;
  decidedByName: string | null;
  pageTitle: string;
  path: string;
  spaceSlug: string;
};

export type ListedProposal = Omit<ListedRow, 'path' | 'spaceSlug'> & { pageHref: string };

const PAGE_SIZE = 30;

/** Proposals that wait for a word from the reader, oldest first. */
export async function listProposalsToDecide(
  ctx: Context,
  cursor?: string,
  size = PAGE_SIZE,
): Promise<Page<ListedProposal>> {
  const [after = null, afterId = null] = decodeTimeCursor(cursor) ?? [];
  const rows = await listed(Prisma.sql`
    WHERE o.state = 'OPEN' AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${isKeptBy(ctx)}
      AND (${after}::timestamptz IS NULL OR (o."createdAt", o.id) > (${after}::timestamptz, ${afterId}))
    ORDER BY o."createdAt", o.id LIMIT ${size + 1}`);
  return pageOf(rows, size, cursorOf);
}

/** What the reader proposed, latest first, with what came of it. */
export async function listOwnProposals(
  { actor }: Context,
  cursor?: string,
): Promise<Page<ListedProposal>> {
  const [before = null, beforeId = null] = decodeTimeCursor(cursor) ?? [];
  const rows = await listed(Prisma.sql`
    WHERE o."proposerId" = ${actor.personId}
      AND (${before}::timestamptz IS NULL OR (o."createdAt", o.id) < (${before}::timestamptz, ${beforeId}))
    ORDER BY o."createdAt" DESC, o.id DESC LIMIT ${PAGE_SIZE + 1}`);
  return pageOf(rows, PAGE_SIZE, cursorOf);
}

const TODAY_SHOWN = 6;

/** For Today: what waits for a word from the reader, and what came of their own proposals lately. */
export async function listProposalsForToday(ctx: Context): Promise<ListedProposal[]> {
  return listed(Prisma.sql`
    WHERE (o.state = 'OPEN' AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${isKeptBy(ctx)})
       OR (o."proposerId" = ${ctx.actor.personId} AND o.state IN ('ACCEPTED', 'EDITED', 'DECLINED')
           AND o."decidedAt" > ${ctx.now}::timestamptz - interval '14 days')
    ORDER BY o.state = 'OPEN' DESC, o."createdAt" LIMIT ${TODAY_SHOWN}`);
}

async function listed(rest: Prisma.Sql): Promise<ListedProposal[]> {
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT o.id, o.state::text AS state, o.reason, o."createdAt", o."decidedAt", o."decisionReason",
           o."proposerName", d.name AS "decidedByName", p.title AS "pageTitle", p.path, s.slug AS "spaceSlug"
      FROM "PageProposal" o
      JOIN "WikiPage" p ON p.id = o."pageId"
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      LEFT JOIN "Person" d ON d.id = o."decidedById" ${rest}`;
  return rows.map(({ path, spaceSlug, ...row }) => ({
    ...row,
    pageHref: pageHref({ spaceSlug, path }),
  }));
}

/** Who answers for the page; an administrator is not asked about everything. */
function isKeptBy({ actor }: Context): Prisma.Sql {
  const units = actor.memberships.map(({ unitId }) => unitId);
  return Prisma.sql`(p."ownerUnitId" = ANY (${units}) OR s."ownerUnitId" = ANY (${units}) OR EXISTS (
    SELECT 1 FROM "WikiSteward" w WHERE w."pageId" = p.id AND w."personId" = ${actor.personId}))`;
}

const cursorOf = ({ createdAt, id }: ListedProposal) => encodeCursor([createdAt.toISOString(), id]);

export type OpenProposal = {
  id: string;
  proposerName: string;
  proposerId: string | null;
  reason: string;
};

const ON_PAGE_SHOWN = 5;

/** Proposals on a page that wait for a word: all of them for those who decide, their own for others. */
export function openProposalsOn(
  { actor }: Context,
  page: { id: string; canEdit: boolean },
): Question<OpenProposal[]> {
  return question<OpenProposal, OpenProposal[]>(
    `SELECT id, "proposerName", "proposerId", reason FROM "PageProposal"
      WHERE "pageId" = $1 AND state = 'OPEN' AND ($2::boolean OR "proposerId" = $3)
      ORDER BY "createdAt", id LIMIT ${ON_PAGE_SHOWN}`,
    [page.id, page.canEdit, actor.personId],
    (rows) => rows,
  );
}
