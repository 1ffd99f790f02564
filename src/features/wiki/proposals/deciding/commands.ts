import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, Conflict, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import type { ProposalState } from '@/foundation/prisma-client/enums';
import { transact } from '@/foundation/transaction';
import { reviseOnBehalf } from '../../revisions/commands';
import { findPageToChange } from '../../revisions/queries';
import { acceptedText } from '../outcome';
import { canDecide, canWithdraw } from '../policy';
import { findDecision, findProposalToDecide, type ProposalToDecide } from '../queries';
import type { EditedProposal } from '../schema';

/** Takes a proposal as it is, brought together with what changed on the page since; the proposer is its author. */
export async function acceptProposal(
  ctx: Context,
  { proposalId, seenNumber }: { proposalId: string; seenNumber: number },
) {
  const { proposal, page } = await loadToDecide(ctx, proposalId);
  if (proposal.state !== 'OPEN') return decidedBefore(proposalId);
  if (page.number !== seenNumber) return { ok: false, reason: 'moved-on' } as const;
  const { conflicts, title, markdown } = acceptedText(proposal.base, proposal, page);
  if (conflicts > 0) return { ok: false, reason: 'overlaps' } as const;
  const text = { baseNumber: page.number, title, markdown, changeSummary: summaryOf(proposal) };
  return take(ctx, proposal, text, 'ACCEPTED');
}

/** Takes what its deciders made of a proposal. */
export async function editAndAcceptProposal(ctx: Context, input: EditedProposal) {
  const { proposal } = await loadToDecide(ctx, input.proposalId);
  if (proposal.state !== 'OPEN') return decidedBefore(input.proposalId);
  const { baseNumber, title, markdown, changeSummary } = input;
  const text = { baseNumber, title, markdown, changeSummary: changeSummary || summaryOf(proposal) };
  return take(ctx, proposal, text, 'EDITED');
}

export async function declineProposal(
  ctx: Context,
  { proposalId, reason }: { proposalId: string; reason: string },
) {
  const { proposal } = await loadToDecide(ctx, proposalId);
  return settling(proposalId, () =>
    transact(async (tx) => {
      await settle(tx, ctx, proposal, { state: 'DECLINED', decisionReason: reason });
      return { ok: true, proposalId } as const;
    }),
  );
}

/** The proposer thinks better of it. */
export async function withdrawProposal(ctx: Context, { proposalId }: { proposalId: string }) {
  const proposal = await findProposalToDecide(proposalId);
  if (!proposal) throw new NotFound();
  authorize(canWithdraw(ctx.actor, proposal), 'A proposal is withdrawn by whoever made it.');
  return settling(proposalId, () =>
    transact(async (tx) => {
      await settle(tx, ctx, proposal, { state: 'WITHDRAWN' });
      return { ok: true, proposalId } as const;
    }),
  );
}

async function loadToDecide(ctx: Context, proposalId: string) {
  const proposal = await findProposalToDecide(proposalId);
  const page = proposal && (await findPageToChange(ctx, proposal.pageId));
  if (!page) throw new NotFound();
  authorize(canDecide(ctx.actor, page), 'A proposal is decided by those who edit the page.');
  return { proposal, page };
}

function take(
  ctx: Context,
  proposal: ProposalToDecide,
  text: { baseNumber: number; title: string; markdown: string; changeSummary: string },
  state: 'ACCEPTED' | 'EDITED',
) {
  return settling(proposal.id, () =>
    reviseOnBehalf(
      ctx,
      { pageId: proposal.pageId, ...text },
      {
        authorId: proposal.proposerId,
        settle: (tx, revisionNumber) => settle(tx, ctx, proposal, { state, revisionNumber }),
      },
    ),
  );
}

const SUMMARY_MAX = 200;

const summaryOf = ({ reason }: ProposalToDecide) =>
  reason.length <= SUMMARY_MAX ? reason : `${reason.slice(0, SUMMARY_MAX - 1)}…`;

class DecidedBefore extends Conflict {}

type Decision = {
  state: Exclude<ProposalState, 'OPEN'>;
  decisionReason?: string;
  revisionNumber?: number;
};

async function settle(
  tx: Transaction,
  ctx: Context,
  { id, pageId }: ProposalToDecide,
  decision: Decision,
) {
  const { count } = await tx.pageProposal.updateMany({
    where: { id, state: 'OPEN' },
    data: { ...decision, decidedAt: ctx.now, decidedById: ctx.actor.personId },
  });
  // Thrown, so that a revision that was stored for it goes with it.
  if (count === 0) throw new DecidedBefore();
  const { state, decisionReason } = decision;
  await recordEvent(tx, ctx, 'proposal.decided', { proposalId: id, pageId, state });
  await recordAudit(tx, ctx, {
    action: `proposal.${state.toLowerCase()}`,
    subjectKind: 'page',
    subjectId: pageId,
    after: { proposalId: id, revision: decision.revisionNumber ?? null },
    reason: decisionReason,
  });
}

/** Of two people who decide at once one is heard; the other is told by whom they were forestalled. */
async function settling<Result extends { ok: boolean }>(
  proposalId: string,
  run: () => Promise<Result>,
) {
  try {
    const result = await run();
    if (result.ok) return result;
    const decision = await decidedBefore(proposalId);
    return decision.state === 'OPEN' ? result : decision;
  } catch (error) {
    if (error instanceof DecidedBefore) return decidedBefore(proposalId);
    throw error;
  }
}

async function decidedBefore(proposalId: string) {
  const decision = await findDecision(proposalId);
  return { ok: false, reason: 'already-decided', ...decision } as const;
}
