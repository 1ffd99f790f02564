'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { pageHref } from '../addresses';
import { broughtTogether } from '../editing/overtaking';
import { getOvertaking, previewPage } from '../editing/queries';
import { proposeChange } from './commands';
import {
  acceptProposal,
  declineProposal,
  editAndAcceptProposal,
  withdrawProposal,
} from './deciding/commands';
import { getProposal } from './queries';
import { decidedSentence, proposalRefusals } from './refusals';
import {
  acceptInput,
  declineInput,
  editedForm,
  newProposalInput,
  proposalForm,
  withdrawInput,
} from './schema';

const proposalHref = (id: string) => `/wiki-proposals/${id}`;

/** Shows or makes a proposal. */
export const proposeChangeAction = action(proposalForm, async (ctx, { intent, ...input }) => {
  if (intent === 'preview') {
    const { html } = await previewPage(ctx, input);
    return { outcome: 'preview', html, input } as const;
  }
  const proposal = newProposalInput.safeParse(input);
  if (!proposal.success) {
    const [issue] = proposal.error.issues;
    return { outcome: 'refused', field: 'reason', message: issue?.message ?? '', input } as const;
  }
  const made = await proposeChange(ctx, proposal.data);
  if (made.ok) leadTo(proposalHref(made.proposalId));
  const message = proposalRefusals[made.reason];
  return { outcome: 'refused', field: 'form', message, input } as const;
});

export const acceptProposalAction = action(acceptInput, async (ctx, input) => {
  const taken = await acceptProposal(ctx, input);
  if (taken.ok) leadTo(pageHref(taken));
  if (taken.reason === 'already-decided')
    throw new Conflict(decidedSentence(taken.by, taken.state));
  throw new Conflict(
    taken.reason === 'changed-underneath'
      ? proposalRefusals['moved-on']
      : proposalRefusals[taken.reason],
  );
});

/** Shows or takes what a decider made of a proposal. */
export const editAndAcceptAction = action(
  editedForm,
  async (ctx, { intent, spaceSlug, path, ...input }) => {
    if (intent === 'preview') {
      const { html } = await previewPage(ctx, { ...input, spaceSlug, path });
      return { outcome: 'preview', html, input } as const;
    }
    const taken = await editAndAcceptProposal(ctx, input);
    if (taken.ok) leadTo(pageHref(taken));
    if (taken.reason === 'already-decided') {
      const message = decidedSentence(taken.by, taken.state);
      return { outcome: 'refused', field: 'form', message, input } as const;
    }
    if (taken.reason !== 'changed-underneath') {
      const field = taken.reason === 'unsettled' ? 'markdown' : 'form';
      const message = proposalRefusals[taken.reason];
      return { outcome: 'refused', field, message, input } as const;
    }
    const proposal = await getProposal(ctx, input.proposalId);
    const overtaking = proposal && (await getOvertaking(ctx, proposal.pageId, input.baseNumber));
    if (!overtaking) throw new Conflict(proposalRefusals['moved-on']);
    return { outcome: 'overtaken', ...broughtTogether(input, overtaking) } as const;
  },
);

export const declineProposalAction = action(declineInput, async (ctx, input) => {
  const declined = await declineProposal(ctx, input);
  if (!declined.ok) throw new Conflict(decidedSentence(declined.by, declined.state));
  leadTo(proposalHref(input.proposalId));
});

export const withdrawProposalAction = action(withdrawInput, async (ctx, input) => {
  const withdrawn = await withdrawProposal(ctx, input);
  if (!withdrawn.ok) throw new Conflict(decidedSentence(withdrawn.by, withdrawn.state));
  leadTo(proposalHref(input.proposalId));
});
