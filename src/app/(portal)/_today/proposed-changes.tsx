import type { ListedProposal } from '@/features/wiki/proposals/queries';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { TodayItem } from './today-item';

const became = { ACCEPTED: 'accepted', EDITED: 'edited and accepted', DECLINED: 'declined' };

/** Changes to pages that await a word, and what came of one's own. */
export function ProposedChanges({ proposals }: { proposals: readonly ListedProposal[] }) {
  if (proposals.length === 0) return null;
  return (
    <Section
      title="Changes proposed to pages"
      actions={
        <Link href="/wiki-proposals" className="link">
          All of them
        </Link>
      }
    >
      <ul>
        {proposals.map(({ id, state, pageTitle, reason, proposerName, ...rest }) => (
          <TodayItem
            key={id}
            title={
              <Link href={`/wiki-proposals/${id}`} className="link">
                {pageTitle}
              </Link>
            }
            actions={
              state === 'OPEN' && (
                <ButtonLink size="small" href={`/wiki-proposals/${id}`}>
                  Read and decide
                </ButtonLink>
              )
            }
          >
            {state === 'OPEN' ? (
              <p>
                {proposerName} awaits a word from you: “{reason}”
              </p>
            ) : (
              <p>
                {rest.decidedByName ?? 'Guildhall'} {became[state as keyof typeof became]} your
                change{rest.decisionReason && `: “${rest.decisionReason}”`}
              </p>
            )}
          </TodayItem>
        ))}
      </ul>
    </Section>
  );
}
