import { requestContext } from '@/features/identity/queries';
import { pageHref, spaceHref } from '@/features/wiki/addresses';
import { findFolderPage, getSpace, listShelf } from '@/features/wiki/shelves/queries';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { Shelf } from '@/features/wiki/ui/shelf';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

/** What lies in a folder that has no page at its own address; null when nothing does. */
export async function findFolder(spaceSlug: string, path: string, after: string | undefined) {
  const context = await requestContext();
  const space = await getSpace(context, spaceSlug);
  if (!space) return null;
  const pagePath = await findFolderPage(context, space.id, path);
  if (pagePath) return { space, path, pagePath, shelf: null };
  const shelf = await listShelf(context, space.id, path, after);
  return shelf.items.length > 0 ? { space, path, pagePath: null, shelf } : null;
}

type Folder = NonNullable<Awaited<ReturnType<typeof findFolder>>>;

export function FolderView({ folder, isFirst }: { folder: Folder; isFirst: boolean }) {
  const { space, path, shelf } = folder;
  const href = pageHref({ spaceSlug: space.slug, path });
  const segments = path.split('/');
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(space.slug), label: space.name },
          ...segments.slice(0, -1).map((name, index) => ({
            href: pageHref({
              spaceSlug: space.slug,
              path: segments.slice(0, index + 1).join('/'),
            }),
            label: titleOfFolder(name),
          })),
        ]}
        kicker="Folder"
        title={titleOfFolder(path)}
        actions={
          space.canAddPage && (
            <ButtonLink
              href={`/wiki-new?space=${space.slug}&path=${encodeURIComponent(`${path}/`)}`}
            >
              Write a page here
            </ButtonLink>
          )
        }
      />
      <Shelf spaceSlug={space.slug} branches={shelf?.items ?? []} />
      <Pagination
        basePath={href}
        nextCursor={shelf?.nextCursor ?? null}
        isFirst={isFirst}
        label="Show the next hundred"
      />
    </>
  );
}
