import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { writePageAction } from '@/features/wiki/actions';
import { nameOf, spaceHref } from '@/features/wiki/addresses';
import { getSpaceToWriteIn, listKeepers } from '@/features/wiki/editing/queries';
import { kindFrom } from '@/features/wiki/kinds';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { getTemplate } from '@/features/wiki/templates/queries';
import { PageEditor } from '@/features/wiki/ui/page-editor';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Write a page' };

type Props = { searchParams: Promise<{ space?: string; path?: string; kind?: string }> };

export default async function NewWikiPage({ searchParams }: Props) {
  const context = await requestContext();
  const { space: slug = '', path = '', kind: asked } = await searchParams;
  const space = await getSpaceToWriteIn(context, slug);
  if (!space) notFound();
  const header = (
    <PageHeader
      crumbs={[
        { href: '/wiki', label: 'Wiki' },
        { href: spaceHref(slug), label: space.name },
      ]}
      title="Write a page"
    />
  );
  if (!space.canAddPage) {
    return (
      <>
        {header}
        <EmptyState
          title="Pages of this space are written by those who own it"
          action={<ButtonLink href={spaceHref(slug)}>Back to {space.name}</ButtonLink>}
        >
          Ask one of them, or join the guild it belongs to.
        </EmptyState>
      </>
    );
  }
  const kind = kindFrom(asked);
  const [{ units, stewards }, template] = await Promise.all([
    listKeepers(context, space.ownerUnitId, null),
    kind && getTemplate(context, kind),
  ]);
  const name = nameOf(path);

  return (
    <>
      {header}
      <PageEditor
        action={writePageAction}
        initial={{
          title: name ? titleOfFolder(name) : '',
          path,
          kind: kind ?? 'HOW_TO',
          ownerUnitId: '',
          stewardHandles: context.actor.handle,
          markdown: template?.markdown ?? '',
        }}
        space={space}
        units={units}
        stewards={stewards}
        cancelHref={spaceHref(slug)}
        timeZone={context.actor.timeZone}
      />
    </>
  );
}
