import { requestContext } from '@/features/identity/queries';
import { folderHref, pageHref, roomHref, spaceHref } from '@/features/wiki/addresses';
import { getSpace, listShelf } from '@/features/wiki/shelves/queries';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { getFolder } from '@/features/wiki/surroundings/queries';
import { TreeAround } from '@/features/wiki/surroundings/ui/tree-around';
import { Shelf } from '@/features/wiki/ui/shelf';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

/** A folder and what lies in it; null when nothing does. */
export async function findFolder(spaceSlug: string, path: string, after: string | undefined) {
  const context = await requestContext();
  const space = await getSpace(context, spaceSlug);
  if (!space) return null;
  const [folder, shelf] = await Promise.all([
    getFolder(context, space, path),
    listShelf(context, space.id, path, after),
  ]);
  return shelf.items.length > 0 ? { ...folder, space, shelf } : null;
}

type Folder = NonNullable<Awaited<ReturnType<typeof findFolder>>>;

export function FolderView({ folder, isFirst }: { folder: Folder; isFirst: boolean }) {
  const { space, path, page, shelf } = folder;
  return (
    <div className="wiki-around">
      <div>
        <PageHeader
          crumbs={[
            { href: '/wiki', label: 'Wiki' },
            { href: spaceHref(space.slug), label: space.name },
            ...folder.ancestors.map((ancestor) => ({
              href: pageHref({ spaceSlug: space.slug, path: ancestor.path }),
              label: ancestor.title ?? titleOfFolder(ancestor.path),
            })),
          ]}
          kicker="Folder"
          title={folder.title}
          actions={
            <>
              {page && (
                <ButtonLink href={pageHref({ spaceSlug: space.slug, path: page.path })}>
                  Read its own page
                </ButtonLink>
              )}
              {space.canAddPage && (
                <ButtonLink href={roomHref('wiki-move-folder', { spaceSlug: space.slug, path })}>
                  Move or rename
                </ButtonLink>
              )}
              {space.canAddPage && (
                <ButtonLink
                  href={`/wiki-new?space=${space.slug}&path=${encodeURIComponent(`${path}/`)}`}
                >
                  Write a page here
                </ButtonLink>
              )}
            </>
          }
        />
        <Shelf spaceSlug={space.slug} branches={shelf.items} />
        <Pagination
          basePath={folderHref({ spaceSlug: space.slug, path })}
          nextCursor={shelf.nextCursor}
          isFirst={isFirst}
          label="Show the next hundred"
        />
      </div>
      <TreeAround space={space} surroundings={folder.surroundings} />
    </div>
  );
}
