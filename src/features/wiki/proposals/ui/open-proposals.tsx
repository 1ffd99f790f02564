import { Notice } from '@/ui/notice';
import type { OpenProposal } from '../queries';

/** At the head of a page: changes that wait for a word. */
export function OpenProposals({
  proposals,
  canDecide,
}: {
  proposals: OpenProposal[];
  canDecide: boolean;
}) {
  if (proposals.length === 0) return null;
  return (
    <Notice className="max-w-[37.5rem]">
      <ul className="space-y-1">
        {proposals.map(({ id, proposerName, reason }) => (
          <li key={id}>
            <a href={`/wiki-proposals/${id}`} className="link">
              {canDecide
                ? `${proposerName} proposes a change`
                : 'Your change awaits a word from those who keep this page'}
            </a>
            : “{reason}”
          </li>
        ))}
      </ul>
    </Notice>
  );
}
