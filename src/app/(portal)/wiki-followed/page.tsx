import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listFollowed } from '@/features/wiki/reading/since/queries';
import { FollowedPages } from '@/features/wiki/reading/ui/changed-since';
import { dayOf } from '@/foundation/days';
import { PAGE_SIZE } from '@/foundation/pagination';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: 'Pages you follow' };

type Props = { searchParams: Promise<{ after?: string }> };

export default async function FollowedPagesPage({ searchParams }: Props) {
  const context = await requestContext();
  const { after } = await searchParams;
  const pages = await listFollowed(context, { limit: PAGE_SIZE, onlyUnread: false, after });
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Pages you follow"
        lead="The latest edited first. What you have read is seen by you alone."
      />
      {pages.items.length === 0 && !after ? (
        <EmptyState title="You follow no page yet">
          Under each page you can follow it: you then hear here and on Today what becomes of it.
        </EmptyState>
      ) : (
        <FollowedPages pages={pages.items} today={dayOf(context.now)} />
      )}
      <Pagination basePath="/wiki-followed" nextCursor={pages.nextCursor} isFirst={!after} />
    </>
  );
}
