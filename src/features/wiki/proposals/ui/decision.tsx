import { ButtonLink } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { Section } from '@/ui/section';
import { acceptProposalAction, declineProposalAction, withdrawProposalAction } from '../actions';
import type { Proposal } from '../queries';

/** What those who keep the page can do with a proposal. */
export function Decision({ proposal }: { proposal: Proposal }) {
  const { id, accepted, current } = proposal;
  return (
    <Section
      title="Your decision"
      note={
        accepted.conflicts > 0
          ? 'The page was changed at the same places since this was proposed. Edit it to bring both together, then accept; or decline and say why.'
          : 'Accepted, it becomes the page’s next revision in the name of whoever proposed it.'
      }
    >
      <div className="flex flex-wrap items-start gap-2">
        {accepted.conflicts === 0 && (
          <ActionForm action={acceptProposalAction}>
            <input type="hidden" name="proposalId" value={id} />
            <input type="hidden" name="seenNumber" value={current.number} />
            <SubmitButton>Accept this change</SubmitButton>
          </ActionForm>
        )}
        <ButtonLink
          href={`/wiki-proposals/${id}/edit`}
          look={accepted.conflicts > 0 ? 'primary' : 'secondary'}
        >
          Edit, then accept
        </ButtonLink>
      </div>
      <ActionForm action={declineProposalAction} className="mt-6 max-w-[75ch]">
        <DraftKeeper draftKey={`wiki-decline ${id}`} />
        <input type="hidden" name="proposalId" value={id} />
        <TextArea
          name="reason"
          label="Or decline it, and say why"
          hint="Whoever proposed it reads this."
          rows={3}
        />
        <SubmitButton look="secondary">Decline this change</SubmitButton>
      </ActionForm>
    </Section>
  );
}

export function Withdrawal({ proposalId }: { proposalId: string }) {
  return (
    <ActionForm action={withdrawProposalAction} className="mt-6">
      <input type="hidden" name="proposalId" value={proposalId} />
      <SubmitButton look="secondary">Withdraw this proposal</SubmitButton>
    </ActionForm>
  );
}
