import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { reinstatePageAction } from '@/features/wiki/actions';
import { pageHref, spaceHref } from '@/features/wiki/addresses';
import { listArchive } from '@/features/wiki/archive/queries';
import { getSpace } from '@/features/wiki/shelves/queries';
import { dayOf } from '@/foundation/days';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Day } from '@/ui/time';
import { decoded } from '../../wiki/address';
import { followMove } from '../../wiki/follow-move';

export const metadata: Metadata = { title: 'Archived pages' };

type Props = { params: Promise<{ space: string }>; searchParams: Promise<{ after?: string }> };

export default async function ArchivePage({ params, searchParams }: Props) {
  const context = await requestContext();
  const { after } = await searchParams;
  const spaceSlug = decoded((await params).space);
  const space = await getSpace(context, spaceSlug);
  if (!space) await followMove({ spaceSlug, path: '' }, '/wiki-archive');
  if (!space) notFound();
  const archive = await listArchive(context, space.id, after);

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(space.slug), label: space.name },
        ]}
        title="Archived pages"
        lead="No longer listed, found or linked to. Each is still read at its address, with its history, and holds that address until it is moved."
      />
      {archive.items.length === 0 ? (
        <EmptyState title="Nothing is in the archive of this space">
          Stewards and leads put pages here that no longer hold.
        </EmptyState>
      ) : (
        <ul className="max-w-3xl divide-y divide-line">
          {archive.items.map((page) => (
            <li
              key={page.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            >
              <div className="min-w-0">
                <a
                  href={pageHref({ spaceSlug: space.slug, path: page.path })}
                  className="font-medium hover:underline"
                >
                  {page.title}
                </a>
                <p className="text-sm text-muted [overflow-wrap:anywhere]">
                  {page.path} · archived{' '}
                  <Day day={dayOf(page.archivedAt)} today={dayOf(context.now)} />
                  {page.archivedBy && (
                    <>
                      {' by '}
                      <Link href={`/people/${page.archivedBy.handle}`} className="link">
                        {page.archivedBy.name}
                      </Link>
                    </>
                  )}
                </p>
              </div>
              {page.canReinstate && (
                <ActionForm action={reinstatePageAction}>
                  <input type="hidden" name="pageId" value={page.id} />
                  <SubmitButton look="secondary" size="small">
                    Put back<span className="sr-only"> {page.title}</span>
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        basePath={`/wiki-archive/${encodeURIComponent(space.slug)}`}
        nextCursor={archive.nextCursor}
        isFirst={!after}
      />
    </>
  );
}
