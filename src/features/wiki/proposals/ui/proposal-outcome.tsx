import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { Instant } from '@/ui/time';
import type { Proposal } from '../queries';

const done = {
  OPEN: '',
  ACCEPTED: 'accepted this change',
  EDITED: 'edited this change and accepted it',
  DECLINED: 'declined this change',
  WITHDRAWN: 'withdrew this change',
} as const;

/** What became of a proposal, for whoever made it and everybody else. */
export function ProposalOutcome({
  proposal: { state, decidedBy, decidedAt, decisionReason, revisionNumber },
  historyHref,
  timeZone,
}: {
  proposal: Proposal;
  historyHref: string;
  timeZone: string;
}) {
  if (state === 'OPEN' || !decidedAt) return null;
  return (
    <Notice>
      <p>
        {decidedBy ? (
          <Link href={`/people/${decidedBy.handle}`} className="link">
            {decidedBy.name}
          </Link>
        ) : (
          'Guildhall'
        )}{' '}
        {done[state]}, <Instant at={decidedAt} timeZone={timeZone} dated />.{' '}
        {revisionNumber && (
          <Link href={`${historyHref}?revision=${revisionNumber}`} className="link">
            It is revision {revisionNumber}
          </Link>
        )}
      </p>
      {decisionReason && <p className="mt-1 whitespace-pre-line">“{decisionReason}”</p>}
    </Notice>
  );
}
