import type { Leaver, Offer } from '@/features/wiki/reviews/handover/queries';
import { OfferList } from '@/features/wiki/reviews/handover/ui/offer-list';
import type { WaitingPage } from '@/features/wiki/reviews/queue/queries';
import { WaitingList } from '@/features/wiki/reviews/queue/ui/waiting-list';
import type { WaitingSpace } from '@/features/wiki/spaces/handover/queries';
import { WaitingSpaces } from '@/features/wiki/spaces/handover/ui/waiting-spaces';
import type { Context } from '@/foundation/context';
import type { Page } from '@/foundation/pagination';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { LeaverList } from '../wiki-reviews/leaver-list';

type PagesToCheckProps = {
  context: Context;
  waiting: Page<WaitingPage>;
  offers: Offer[];
  leavers: Leaver[];
  spaces: Page<WaitingSpace>;
};

/** What of the wiki waits for a word of the reader; nothing at all when nothing does. */
export function PagesToCheck({ context, waiting, offers, leavers, spaces }: PagesToCheckProps) {
  const { actor, now } = context;
  return (
    <>
      {leavers.length > 0 && (
        <Section title="Pages that need somebody">
          <LeaverList leavers={leavers} actor={actor} now={now} />
        </Section>
      )}
      <WaitingSpaces
        spaces={spaces.items}
        now={now}
        actions={
          spaces.nextCursor && (
            <Link href="/wiki-reviews" className="link">
              All of them
            </Link>
          )
        }
      />
      {offers.length > 0 && (
        <Section title="Pages offered to you">
          <OfferList offers={offers} now={now} />
        </Section>
      )}
      {waiting.items.length > 0 && (
        <Section
          title="My pages due for review"
          actions={
            <Link href="/wiki-reviews" className="link">
              {waiting.nextCursor ? 'All of them' : 'The whole queue'}
            </Link>
          }
        >
          <WaitingList pages={waiting.items} now={now} showStewards={false} />
        </Section>
      )}
    </>
  );
}
