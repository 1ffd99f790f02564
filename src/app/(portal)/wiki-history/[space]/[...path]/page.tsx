import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { getPageHead } from '@/features/wiki/history/queries';
import { PageHeader } from '@/ui/page-header';
import { addressIn } from '../../../wiki/address';
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
  const { revision, from, to, after } = historyView.parse(await searchParams);
  const page = await getPageHead(context, address);
  if (!page) notFound();
  const shared = { context, page, address };

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: page.spaceName },
          { href: address.href, label: page.title },
          ...(revision || (from && to) ? [{ href: address.historyHref, label: 'History' }] : []),
        ]}
        title={titleOf(page.title, { revision, from, to })}
      />
      {revision ? (
        <EarlierRevision {...shared} number={revision} />
      ) : from && to ? (
        <Comparison {...shared} from={Math.min(from, to)} to={Math.max(from, to)} />
      ) : (
        <Revisions {...shared} after={after} />
      )}
    </>
  );
}

function titleOf(title: string, view: { revision?: number; from?: number; to?: number }) {
  if (view.revision) return `Revision ${view.revision} of “${title}”`;
  if (view.from && view.to) return `What changed in “${title}”`;
  return `History of “${title}”`;
}
