import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { listThreads } from '@/features/wiki/comments/queries';
import { CommentForm } from '@/features/wiki/comments/ui/comment-form';
import { Thread } from '@/features/wiki/comments/ui/thread';
import { getPage } from '@/features/wiki/queries';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { addressIn } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = {
  params: Promise<{ space: string; path: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Comments on a page' };

const view = z.object({ after: z.string().optional().catch(undefined) });

export default async function CommentsPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const address = addressIn(await params);
  const { after } = view.parse(await searchParams);
  const page = await getPage(context, address.spaceSlug, address.path);
  if (!page) await followMove(address, '/wiki-comments');
  if (!page) notFound();
  const { items, nextCursor } = await listThreads(context, page, after);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: page.spaceName },
          { href: address.href, label: page.title },
        ]}
        title={`Comments on “${page.title}”`}
        lead="Open and resolved ones, latest first."
      />
      {items.length === 0 ? (
        <EmptyState
          title="Nobody has commented yet"
          action={<ButtonLink href={address.href}>Back to the page</ButtonLink>}
        >
          Select a passage of the page and say what is unclear, wrong or missing.
        </EmptyState>
      ) : (
        <ul className="max-w-[37.5rem]">
          {items.map((thread) => (
            <Thread
              key={thread.id}
              thread={thread}
              pageHref={address.href}
              timeZone={context.actor.timeZone}
            />
          ))}
        </ul>
      )}
      {!page.archivedAt && !after && (
        <section id="write" aria-labelledby="write-title" className="mb-10 max-w-[37.5rem]">
          <h2 id="write-title" className="text-base">
            Write a comment
          </h2>
          <CommentForm
            pageId={page.id}
            sections={page.tableOfContents.map(({ id, text }) => ({ value: id, label: text }))}
          />
        </section>
      )}
      <Pagination
        basePath={address.commentsHref}
        nextCursor={nextCursor}
        isFirst={!after}
        label="Show earlier comments"
      />
    </>
  );
}
