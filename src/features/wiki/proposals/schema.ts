import { z } from 'zod';
import { newPageInput } from '../schema';

export const REASON_MAX = 600;

const reason = (missing: string) =>
  z.string().trim().min(1, missing).max(REASON_MAX, `Say it in at most ${REASON_MAX} characters.`);

const { title, markdown, changeSummary } = newPageInput.shape;
const number = z.coerce.number().int().min(1);
const text = { title, markdown };
const preview = {
  intent: z.enum(['save', 'preview']).default('save'),
  spaceSlug: z.string(),
  path: z.string(),
};

export const newProposalInput = z.object({
  pageId: z.string(),
  baseNumber: number,
  ...text,
  reason: reason('Say why: it is what the owners of the page read first.'),
});
export type NewProposal = z.output<typeof newProposalInput>;
// While a text is only looked at, it needs no reason yet.
export const proposalForm = newProposalInput.extend({ ...preview, reason: z.string().trim() });

export const acceptInput = z.object({
  proposalId: z.string(),
  /** The revision beside which the decider has read it. */
  seenNumber: number,
});

export const editedInput = z.object({
  proposalId: z.string(),
  baseNumber: number,
  ...text,
  changeSummary,
});
export type EditedProposal = z.output<typeof editedInput>;
export const editedForm = editedInput.extend(preview);

export const declineInput = z.object({
  proposalId: z.string(),
  reason: reason('Say why: whoever proposed it should learn from it.'),
});

export const withdrawInput = z.object({ proposalId: z.string() });
