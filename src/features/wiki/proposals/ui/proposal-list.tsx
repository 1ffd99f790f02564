import { dayOf } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { ListedProposal } from '../queries';
import { ProposalStateBadge } from './proposal-state';

/** Proposals, each with its page, who wants it and why. */
export function ProposalList({
  proposals,
  now,
}: {
  proposals: readonly ListedProposal[];
  now: Date;
}) {
  return (
    <ul>
      {proposals.map((proposal) => (
        <li key={proposal.id} className="border-b border-line py-3.5 last:border-0">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Link
              href={`/wiki-proposals/${proposal.id}`}
              className="link font-serif text-[1.075rem] font-semibold"
            >
              {proposal.pageTitle}
            </Link>
            <ProposalStateBadge state={proposal.state} />
          </p>
          <p className="mt-0.5 max-w-[75ch] text-[0.9375rem]">{proposal.reason}</p>
          <p className="text-sm text-muted">
            {proposal.proposerName}, <Day day={dayOf(proposal.createdAt)} today={dayOf(now)} />
          </p>
          {proposal.decisionReason && (
            <p className="mt-1 max-w-[75ch] text-sm">
              {proposal.decidedByName ?? 'Guildhall'}: “{proposal.decisionReason}”
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
