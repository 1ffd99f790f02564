import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { after as countAfterwards } from 'next/server';
import { cache } from 'react';
import { requestContext } from '@/features/identity/queries';
import { relatedTo } from '@/features/search/related/queries';
import { RelatedPages } from '@/features/search/ui/related-pages';
import { isMarkdownFile, pageHref, pathOfFile, spaceHref } from '@/features/wiki/addresses';
import { talkOf } from '@/features/wiki/comments/queries';
import { PageTalk } from '@/features/wiki/comments/ui/page-talk';
import { pageKindName } from '@/features/wiki/kinds';
import { openProposalsOn } from '@/features/wiki/proposals/queries';
import { OpenProposals } from '@/features/wiki/proposals/ui/open-proposals';
import { backlinksOf, getPage } from '@/features/wiki/queries';
import { countReading } from '@/features/wiki/reading/commands';
import { changeSinceReading } from '@/features/wiki/reading/since/queries';
import { ChangedSince } from '@/features/wiki/reading/ui/changed-since';
import { renderAnew } from '@/features/wiki/rendering/commands';
import { PageTrust } from '@/features/wiki/reviews/ui/page-trust';
import { ReaderReport } from '@/features/wiki/reviews/ui/reader-report';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { surroundingsOf } from '@/features/wiki/surroundings/queries';
import { TreeAround } from '@/features/wiki/surroundings/ui/tree-around';
import { Backlinks } from '@/features/wiki/ui/backlinks';
import { FinishedHtml } from '@/features/wiki/ui/finished-html';
import { Neighbours } from '@/features/wiki/ui/neighbours';
import { PageActions } from '@/features/wiki/ui/page-actions';
import { PageFacts } from '@/features/wiki/ui/page-facts';
import { TableOfContents } from '@/features/wiki/ui/table-of-contents';
import { dayOf } from '@/foundation/days';
import { askTogether } from '@/foundation/questions';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';
import { addressIn } from '../../address';
import { withEmbeds } from '../../embeds';
import { FolderView, findFolder } from '../../folder';
import { followMove } from '../../follow-move';

type Params = { space: string; path: string[] };
type Props = { params: Promise<Params>; searchParams: Promise<{ after?: string }> };

const readPage = cache(async (spaceSlug: string, path: string) => {
  const context = await requestContext();
  const page = await getPage(context, spaceSlug, path);
  if (!page?.isStale) return page;
  await renderAnew(context, page.id);
  return getPage(context, spaceSlug, path);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { spaceSlug, path } = addressIn(await params);
  const page = await readPage(spaceSlug, path);
  return { title: page?.title ?? 'Wiki' };
}

export default async function ReadingPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const { spaceSlug, path, ...hrefs } = addressIn(await params);
  const { after } = await searchParams;
  const page = await readPage(spaceSlug, path);
  if (!page) return somethingElse(spaceSlug, path, after);
  countAfterwards(() => countReading(context, page.id, page.number));
  const html = await withEmbeds(context, page.html);
  const [backlinks, proposals, talk, related, surroundings, change] = await askTogether(
    backlinksOf(context, page.id, after),
    openProposalsOn(context, page),
    // Passages are found in the article as the reader sees it.
    talkOf(context, { ...page, html }),
    relatedTo(context, 'page', page.id),
    surroundingsOf(context, page),
    changeSinceReading(context, page.id),
  );
  const { tableOfContents: headings } = page;

  return (
    <div className="wiki-around">
      <div>
        <PageHeader
          crumbs={[
            { href: '/wiki', label: 'Wiki' },
            { href: spaceHref(spaceSlug), label: page.spaceName },
            ...page.folders.map((folder) => ({
              href: pageHref({ spaceSlug, path: folder.path }),
              label: folder.title ?? titleOfFolder(folder.path),
            })),
          ]}
          kicker={pageKindName(page.kind)}
          title={page.title}
          actions={
            <PageActions
              page={page}
              editHref={hrefs.editHref}
              proposeHref={hrefs.proposeHref}
              moveHref={hrefs.moveHref}
            />
          }
        />
        {page.isDraft && (
          <Notice>
            This is a draft. Its author, its stewards and the leads of those who own{' '}
            {page.spaceName} see it; nobody else finds it until it is published.
          </Notice>
        )}
        {page.archivedAt && (
          <Notice>
            {page.isDraft ? 'The draft' : 'This page'} was archived on{' '}
            <Day day={dayOf(page.archivedAt)} />
            {page.archivedBy && ` by ${page.archivedBy}`}. It is no longer listed or found.
          </Notice>
        )}
        <ChangedSince change={change} number={page.number} historyHref={hrefs.historyHref} />
        <OpenProposals proposals={proposals} canDecide={page.canEdit} />
        <div className="wiki-page">
          <div className="space-y-3">
            <PageFacts page={page} now={context.now} historyHref={hrefs.historyHref} />
            <PageTrust
              review={page.review}
              now={context.now}
              reviewHref={page.canReview && !page.archivedAt ? hrefs.reviewHref : null}
            />
          </div>
          <FinishedHtml html={html} revisionId={page.revisionId} />
          {headings.length > 1 && <TableOfContents headings={headings} />}
        </div>
        {!page.archivedAt && <ReaderReport pageId={page.id} ownReport={page.review.ownReport} />}
        <PageTalk
          talk={talk}
          page={page}
          pageHref={hrefs.href}
          commentsHref={hrefs.commentsHref}
          timeZone={context.actor.timeZone}
        />
        <Neighbours page={page} />
        <RelatedPages related={related} />
        <Backlinks
          backlinks={backlinks}
          basePath={hrefs.href}
          isFirst={!after}
          spaceName={page.spaceName}
        />
      </div>
      <TreeAround space={{ slug: spaceSlug, name: page.spaceName }} surroundings={surroundings} />
    </div>
  );
}

/** No page has this address: perhaps a file's, a folder's, or one of a page that is yet to be written. */
async function somethingElse(spaceSlug: string, path: string, after: string | undefined) {
  if (isMarkdownFile(path)) redirect(pageHref({ spaceSlug, path: pathOfFile(path) }));
  await followMove({ spaceSlug, path });
  const folder = await findFolder(spaceSlug, path, after);
  if (!folder) notFound();
  if (folder.page) redirect(pageHref({ spaceSlug, path: folder.page.path }));
  return <FolderView folder={folder} isFirst={!after} />;
}
