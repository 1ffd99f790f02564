import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { editAndAcceptAction } from '@/features/wiki/proposals/actions';
import { getProposal } from '@/features/wiki/proposals/queries';
import { ProposalForm } from '@/features/wiki/proposals/ui/proposal-form';
import { Field } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: 'Edit a proposed change' };

export default async function EditProposalPage({ params }: Props) {
  const context = await requestContext();
  const proposal = await getProposal(context, (await params).id);
  if (!proposal) notFound();
  const own = `/wiki-proposals/${proposal.id}`;
  if (!proposal.canDecide) redirect(own);
  const { accepted, address, current, page } = proposal;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: proposal.spaceName },
          { href: proposal.pageHref, label: page.title },
          { href: own, label: 'Proposed change' },
        ]}
        title="Edit, then accept"
        lead={`${proposal.proposerName}: ${proposal.reason}`}
      />
      {accepted.conflicts > 0 && (
        <Notice>
          Where the page and the proposal changed the same words, the text holds both: first the
          proposal’s, then the page’s, between lines that begin with{' '}
          <code>&lt;&lt;&lt;&lt;&lt;&lt;&lt;</code> and <code>&gt;&gt;&gt;&gt;&gt;&gt;&gt;</code>.
          Keep what is right and delete those lines.
        </Notice>
      )}
      <ProposalForm
        action={editAndAcceptAction}
        hidden={{ proposalId: proposal.id }}
        baseNumber={current.number}
        address={address}
        initial={{ title: accepted.title, markdown: accepted.markdown }}
        why={
          <Field
            name="changeSummary"
            label="What changed"
            hint="One line for the history. Left empty, it is the proposer’s reason."
          />
        }
        draftKey={`wiki-accept ${proposal.id}`}
        submitLabel="Accept the text as edited"
        cancelHref={own}
        timeZone={context.actor.timeZone}
      />
    </>
  );
}
