import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { getPageHead } from '@/features/wiki/history/queries';
import { PageHeader } from '@/ui/page-header';
import { addressOf } from '@/ui/pagination';
import { addressIn } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';
import { BlameView } from './blame-view';
import { Comparison } from './comparison';
import { EarlierRevision } from './earlier-revision';
import { Revisions } from './revisions';
import { historyView } from './view';

type Props = {
  params: Promise<{ space: string; path: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'History of a page' };

export default async function HistoryPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const address = addressIn(await params);
  const { revision, from, to, view, after } = historyView.parse(await searchParams);
  const page = await getPageHead(context, address);
  if (!page) {
    await followMove(address, '/wiki-history', queryOf({ revision, from, to, view }));
  }
  if (!page) notFound();
  const shared = { context, page, address };

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: page.spaceName },
          { href: address.href, label: page.title },
          ...(revision || (from && to) || view === 'blame'
            ? [{ href: address.historyHref, label: 'History' }]
            : []),
        ]}
        title={titleOf(page.title, { revision, from, to, view })}
      />
      {revision ? (
        <EarlierRevision {...shared} number={revision} />
      ) : from && to ? (
        <Comparison
          {...shared}
          from={Math.min(from, to)}
          to={Math.max(from, to)}
          view={view === 'side' ? 'side' : 'inline'}
        />
      ) : view === 'blame' ? (
        <BlameView {...shared} />
      ) : (
        <Revisions {...shared} after={after} />
      )}
    </>
  );
}

const queryOf = (view: Record<string, string | number | undefined>) =>
  addressOf(
    '',
    Object.fromEntries(
      Object.entries(view).map(([key, value]) => [
        key,
        value === undefined ? undefined : String(value),
      ]),
    ),
  );

function titleOf(
  title: string,
  shown: { revision?: number; from?: number; to?: number; view?: string },
) {
  if (shown.revision) return `Revision ${shown.revision} of “${title}”`;
  if (shown.from && shown.to) return `What changed in “${title}”`;
  if (shown.view === 'blame') return `Who wrote what in “${title}”`;
  return `History of “${title}”`;
}
