import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { pageHref, spaceHref } from '@/features/wiki/addresses';
import { filesHref } from '@/features/wiki/files/names';
import { getFilePlace, listFiles, uploadLimits } from '@/features/wiki/files/queries';
import { FileList } from '@/features/wiki/files/ui/file-list';
import { FileUpload } from '@/features/wiki/files/ui/upload-form';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { decoded } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = {
  params: Promise<{ space: string; path?: string[] }>;
  searchParams: Promise<{ after?: string; refused?: string }>;
};

export const metadata: Metadata = { title: 'Files' };

export default async function FilesPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const { space, path = [] } = await params;
  const { after, refused } = await searchParams;
  const spaceSlug = decoded(space);
  const address = { spaceSlug, path: path.map(decoded).join('/') };
  const place = await getFilePlace(context, address);
  if (!place) await followMove(address, '/wiki-files');
  if (!place) notFound();
  const files = await listFiles(context, place, after);
  const { page } = place;

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(spaceSlug), label: place.spaceName },
          ...(page ? [{ href: pageHref({ spaceSlug, path: page.path }), label: page.title }] : []),
        ]}
        title={page ? `Files of “${page.title}”` : 'Files of this space'}
        lead="Pictures and files that pages show or link to. What a revision shows stays for as long as the revision; what none shows is taken away after a while."
      />
      {place.canAdd && (
        <Section title="Add files">
          <FileUpload place={place} megabytes={uploadLimits().megabytes} refused={refused} />
        </Section>
      )}
      <Section title="Files so far">
        {files.items.length === 0 ? (
          <EmptyState title="There are no files yet">
            Files are added here, or by pasting and dropping them while a page is edited.
          </EmptyState>
        ) : (
          <FileList
            files={files.items}
            spaceSlug={spaceSlug}
            withPages={!page}
            timeZone={context.actor.timeZone}
          />
        )}
        <Pagination
          basePath={filesHref({ spaceSlug, path: page?.path })}
          nextCursor={files.nextCursor}
          isFirst={!after}
        />
      </Section>
    </>
  );
}
