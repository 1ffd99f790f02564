import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { findPageToChange } from '../revisions/queries';
import { canPropose } from './policy';
import type { NewProposal } from './schema';

/** Where a proposal comes from that was not written in the portal: a mirror, an import. */
export type ProposalSource = {
  /** Such as `git`. */
  name: string;
  /** Names the change within its source: brought again, it makes no second proposal. */
  key: string;
  /** Who wrote it there; the person where one is known. */
  by: { personId: string | null; name: string };
};

/**
 * Puts a change before those who keep the page. Readers see the page as it is until they take it.
 * A mirror or an import passes its source, and acts as the system.
 */
export async function proposeChange(ctx: Context, input: NewProposal, source?: ProposalSource) {
  const page = await findPageToChange(ctx, input.pageId);
  if (!page || page.isDraft) throw new NotFound();
  authorize(canPropose(ctx.actor) && (ctx.actor.isSystem || !source));
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  const base = await db.wikiRevision.findUnique({
    where: { pageId_number: { pageId: page.id, number: input.baseNumber } },
    select: { title: true, markdown: true },
  });
  if (!base) throw new NotFound();
  const { title, markdown, reason, baseNumber } = input;
  if (markdown === base.markdown && title === base.title) {
    return { ok: false, reason: 'nothing-changed' } as const;
  }
  const { personId, name } = source?.by ?? ctx.actor;
  return transact(async (tx) => {
    const known = source && (await findBrought(tx, page.id, source));
    if (known) return { ok: true, proposalId: known.id, isNew: false } as const;
    const proposal = await tx.pageProposal.create({
      data: {
        pageId: page.id,
        baseNumber,
        title,
        markdown,
        reason,
        proposerId: personId,
        proposerName: name,
        source: source?.name,
        sourceKey: source?.key,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await recordEvent(tx, ctx, 'proposal.made', { proposalId: proposal.id, pageId: page.id });
    await recordAudit(tx, ctx, {
      action: 'proposal.made',
      subjectKind: 'page',
      subjectId: page.id,
      after: { proposalId: proposal.id, title, baseNumber },
      reason,
    });
    return { ok: true, proposalId: proposal.id, isNew: true } as const;
  });
}

const findBrought = (tx: Transaction, pageId: string, { name, key }: ProposalSource) =>
  tx.pageProposal.findUnique({
    where: { pageId_source_sourceKey: { pageId, source: name, sourceKey: key } },
    select: { id: true },
  });
