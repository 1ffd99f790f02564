import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { encodePath, spaceHref } from '@/features/wiki/addresses';
import { getProposal } from '@/features/wiki/proposals/queries';
import { Decision, Withdrawal } from '@/features/wiki/proposals/ui/decision';
import { ProposalOutcome } from '@/features/wiki/proposals/ui/proposal-outcome';
import { ProposalStateBadge } from '@/features/wiki/proposals/ui/proposal-state';
import { ComparedTexts } from '@/features/wiki/ui/compared-texts';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Instant } from '@/ui/time';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'A proposed change' };

const shown = z.object({
  view: z.enum(['inline', 'side']).catch('inline'),
  against: z.enum(['current', 'base']).catch('current'),
});

export default async function ProposalPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const proposal = await getProposal(context, (await params).id);
  if (!proposal) notFound();
  const { view, against } = shown.parse(await searchParams);
  const { page, base, current, accepted, address, proposer } = proposal;
  const { timeZone } = context.actor;
  const isOpen = proposal.state === 'OPEN';
  // Once it is decided, the page as it stands says nothing about the proposal any more.
  const besideCurrent =
    isOpen && accepted.isMerged && accepted.conflicts === 0 && against === 'current';
  const own = `/wiki-proposals/${proposal.id}`;
  const hrefOf = (choice: { view?: string; against?: string }) => {
    const query = new URLSearchParams({ view, against, ...choice });
    return `${own}?${query}`;
  };
  const historyHref = `/wiki-history/${encodeURIComponent(address.spaceSlug)}/${encodePath(address.path)}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: proposal.spaceName },
          { href: proposal.pageHref, label: page.title },
        ]}
        kicker={<ProposalStateBadge state={proposal.state} />}
        title={`A change to “${page.title}”`}
      />
      <ProposalOutcome proposal={proposal} historyHref={historyHref} timeZone={timeZone} />
      <p className="mb-1 max-w-[70ch] whitespace-pre-line text-[1.0625rem]">{proposal.reason}</p>
      <p className="mb-6 text-sm text-muted">
        {proposal.source === 'git' && 'Said to be by '}
        {proposer ? (
          <Link href={`/people/${proposer.handle}`} className="link">
            {proposer.name}
          </Link>
        ) : (
          proposal.proposerName
        )}
        , <Instant at={proposal.createdAt} timeZone={timeZone} dated />, on revision {base.number}
        {proposal.source !== 'portal' && `, from ${proposal.source}`}
      </p>
      {isOpen && accepted.isMerged && (
        <Notice>
          The page has changed since: it stands at revision {current.number}.{' '}
          {accepted.conflicts > 0
            ? 'Both changed the same places, so the proposal is shown beside the revision it was begun from.'
            : besideCurrent
              ? 'Below, the proposal is brought together with what came since. '
              : 'Below, the proposal is shown as it was written. '}
          {accepted.conflicts === 0 && (
            <Link href={hrefOf({ against: besideCurrent ? 'base' : 'current' })} className="link">
              {besideCurrent ? 'Show it as it was written' : 'Show it beside the current text'}
            </Link>
          )}
        </Notice>
      )}
      <ComparedTexts
        before={besideCurrent ? current : base}
        after={besideCurrent ? accepted : proposal}
        names={[`Revision ${besideCurrent ? current.number : base.number}`, 'Proposed']}
        label="What would change"
        view={view}
        hrefOf={(choice) => hrefOf({ view: choice })}
      />
      <div className="no-print mt-10">
        {proposal.canDecide && <Decision proposal={proposal} />}
        {proposal.canWithdraw && <Withdrawal proposalId={proposal.id} />}
      </div>
    </>
  );
}
