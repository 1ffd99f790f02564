import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { listOwnProposals, listProposalsToDecide } from '@/features/wiki/proposals/queries';
import { ProposalList } from '@/features/wiki/proposals/ui/proposal-list';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: 'Proposed changes' };

const view = z.object({
  show: z.enum(['waiting', 'mine']).catch('waiting'),
  after: z.string().optional().catch(undefined),
});

export default async function ProposalsPage({ searchParams }: Props) {
  const context = await requestContext();
  const { show, after } = view.parse(await searchParams);
  const isMine = show === 'mine';
  const { items, nextCursor } = isMine
    ? await listOwnProposals(context, after)
    : await listProposalsToDecide(context, after);
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Proposed changes"
        lead="Changes to pages, written by people who may read but not edit them."
      />
      <Tabs
        label="Which proposals"
        items={[
          { href: '/wiki-proposals', label: 'Await a word from you', isCurrent: !isMine },
          { href: '/wiki-proposals?show=mine', label: 'Yours', isCurrent: isMine },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState
          title={isMine ? 'You have not proposed a change yet' : 'Nothing waits for you'}
          action={<ButtonLink href="/wiki">Browse the wiki</ButtonLink>}
        >
          {isMine
            ? 'On a page that you may not edit, “Propose a change” puts your words before those who keep it.'
            : 'When somebody proposes a change to a page that you or your units keep, it waits here.'}
        </EmptyState>
      ) : (
        <ProposalList proposals={items} now={context.now} />
      )}
      <Pagination
        basePath={isMine ? '/wiki-proposals?show=mine' : '/wiki-proposals'}
        nextCursor={nextCursor}
        isFirst={!after}
        label="Show more proposals"
      />
    </>
  );
}
