import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listMyDrafts } from '@/features/wiki/drafts/queries';
import { chosenIn, isNarrowed, type Query } from '@/features/wiki/facets/facets';
import { countFacets, listFacetPages } from '@/features/wiki/facets/queries';
import { listRecentlyRead } from '@/features/wiki/reading/queries';
import { listFollowed } from '@/features/wiki/reading/since/queries';
import { FollowedPages } from '@/features/wiki/reading/ui/changed-since';
import { RecentlyRead } from '@/features/wiki/reading/ui/recently-read';
import { listRecentlyEdited, listSpaces } from '@/features/wiki/shelves/queries';
import { DraftList } from '@/features/wiki/ui/draft-list';
import { RecentlyEdited } from '@/features/wiki/ui/recently-edited';
import { SpaceList } from '@/features/wiki/ui/space-list';
import { dayOf } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { NarrowedPages, PageFacets } from './narrowed';

export const metadata: Metadata = { title: 'Wiki' };

const RECENT = 8;

type Props = { searchParams: Promise<Query & { after?: string }> };

export default async function WikiPage({ searchParams }: Props) {
  const context = await requestContext();
  const { after, ...query } = await searchParams;
  const chosen = chosenIn(query);
  const facets = await countFacets(context, chosen);
  const narrowing = <PageFacets basePath="/wiki" facets={facets} chosen={chosen} />;
  if (isNarrowed(chosen)) {
    const pages = await listFacetPages(context, chosen, { after });
    const list = { pages, facets, chosen, isFirst: !after };
    return (
      <>
        <PageHeader title="Wiki" />
        {narrowing}
        <NarrowedPages basePath="/wiki" {...list} withSpace />
      </>
    );
  }
  const [spaces, recent, read, drafts, unread] = await Promise.all([
    listSpaces(context, after),
    listRecentlyEdited(context, RECENT),
    listRecentlyRead(context, context.actor.personId ?? '', RECENT),
    listMyDrafts(context),
    listFollowed(context, { limit: RECENT, onlyUnread: true }),
  ]);
  const opening = spaces.canOpenSpace && (
    <ButtonLink href="/wiki-new/space">Open a space</ButtonLink>
  );

  return (
    <>
      <PageHeader
        title="Wiki"
        lead="What the guild knows, written down by those who found it out."
        actions={
          <>
            <ButtonLink href="/wiki-reviews">To be checked</ButtonLink>
            <ButtonLink href="/wiki-followed">Followed</ButtonLink>
            {spaces.canOpenSpace && <ButtonLink href="/wiki-import">Import pages</ButtonLink>}
            <ButtonLink href="/wiki-gardening">Gardening</ButtonLink>
            <ButtonLink href="/wiki-templates">Templates</ButtonLink>
            {opening}
          </>
        }
      />
      {spaces.items.length === 0 && !after ? (
        <EmptyState title="No space has been opened yet" action={opening}>
          A space is a shelf of pages that a guild, a squad or a working group looks after. Its
          leads open it.
        </EmptyState>
      ) : (
        <>
          {narrowing}
          <div className="grid gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <Section title="Spaces">
              <SpaceList spaces={spaces.items} />
              <Pagination basePath="/wiki" nextCursor={spaces.nextCursor} isFirst={!after} />
            </Section>
            <div>
              {drafts.length > 0 && (
                <Section title="Your drafts">
                  <DraftList drafts={drafts} now={context.now} />
                </Section>
              )}
              {unread.items.length > 0 && (
                <Section title="Changed since you read it" note="Only you see this.">
                  <FollowedPages pages={unread.items} today={dayOf(context.now)} />
                </Section>
              )}
              {read.length > 0 && (
                <Section title="Lately read by you" note="Only you see this.">
                  <RecentlyRead pages={read} />
                </Section>
              )}
              {recent.length > 0 && (
                <Section title="Lately edited">
                  <RecentlyEdited pages={recent} now={context.now} />
                </Section>
              )}
            </div>
          </div>
        </>
      )}
    </>
  );
}
