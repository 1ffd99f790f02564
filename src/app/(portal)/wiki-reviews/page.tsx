import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listLeavers, offersTo } from '@/features/wiki/reviews/handover/queries';
import { OfferList } from '@/features/wiki/reviews/handover/ui/offer-list';
import { ledUnitIds, listWaiting } from '@/features/wiki/reviews/queue/queries';
import { WaitingList } from '@/features/wiki/reviews/queue/ui/waiting-list';
import { spacesThatWait } from '@/features/wiki/spaces/handover/queries';
import { WaitingSpaces } from '@/features/wiki/spaces/handover/ui/waiting-spaces';
import { askTogether } from '@/foundation/questions';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { Tabs } from '@/ui/tabs';
import { LeaverList } from './leaver-list';

export const metadata: Metadata = { title: 'To be checked' };

const BASE = '/wiki-reviews';

type Props = { searchParams: Promise<{ of?: string; after?: string; spacesAfter?: string }> };

export default async function ReviewsPage({ searchParams }: Props) {
  const context = await requestContext();
  const { of, after, spacesAfter } = await searchParams;
  const leadsUnits = ledUnitIds(context).length > 0;
  const scope = of === 'led' && leadsUnits ? 'led' : 'mine';
  const query = { of: scope === 'led' ? 'led' : undefined };
  const [waiting, leavers, [offers, spaces]] = await Promise.all([
    listWaiting(context, scope, after),
    listLeavers(context),
    askTogether(offersTo(context), spacesThatWait(context, { after: spacesAfter })),
  ]);

  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="To be checked"
        lead="Pages that wait for a word whether they are still true. What many read and nobody looked at for long comes first."
        actions={<ButtonLink href={`${BASE}/handover`}>Hand over my pages</ButtonLink>}
      />
      {leadsUnits && (
        <Tabs
          label="Whose pages"
          items={[
            { href: BASE, label: 'Mine', isCurrent: scope === 'mine' },
            {
              href: addressOf(BASE, { of: 'led' }),
              label: 'Of units I lead',
              isCurrent: scope === 'led',
            },
          ]}
        />
      )}
      <WaitingSpaces spaces={spaces.items} now={context.now}>
        <Pagination
          basePath={BASE}
          query={query}
          nextCursor={spaces.nextCursor}
          isFirst={!spacesAfter}
          cursorName="spacesAfter"
        />
      </WaitingSpaces>
      {offers.length > 0 && (
        <Section title="Offered to you">
          <OfferList offers={offers} now={context.now} />
        </Section>
      )}
      {leavers.length > 0 && (
        <Section title="Pages of people who leave">
          <LeaverList leavers={leavers} actor={context.actor} now={context.now} />
        </Section>
      )}
      {waiting.items.length === 0 && !after ? (
        <EmptyState
          title={scope === 'mine' ? 'None of your pages waits' : 'No page of your units waits'}
          action={<ButtonLink href="/wiki">Browse the wiki</ButtonLink>}
        >
          A page waits here when its check has run out, when something it relies on has changed, or
          when it did not work for two readers.
        </EmptyState>
      ) : (
        <WaitingList pages={waiting.items} now={context.now} showStewards={scope === 'led'} />
      )}
      <Pagination basePath={BASE} query={query} nextCursor={waiting.nextCursor} isFirst={!after} />
    </>
  );
}
