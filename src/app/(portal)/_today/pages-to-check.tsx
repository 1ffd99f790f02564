import type { Leaver, listOffers } from '@/features/wiki/reviews/handover/queries';
import { OfferList } from '@/features/wiki/reviews/handover/ui/offer-list';
import type { WaitingPage } from '@/features/wiki/reviews/queue/queries';
import { WaitingList } from '@/features/wiki/reviews/queue/ui/waiting-list';
import type { Context } from '@/foundation/context';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { LeaverList } from '../wiki-reviews/leaver-list';

type PagesToCheckProps = {
  context: Context;
  waiting: { items: WaitingPage[]; nextCursor: string | null };
  offers: Awaited<ReturnType<typeof listOffers>>;
  leavers: Leaver[];
};

/** What of the wiki waits for a word of the reader; nothing at all when nothing does. */
export function PagesToCheck({ context, waiting, offers, leavers }: PagesToCheckProps) {
  const { actor, now } = context;
  return (
    <>
      {leavers.length > 0 && (
        <Section title="Pages that need somebody">
          <LeaverList leavers={leavers} actor={actor} now={now} />
        </Section>
      )}
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
