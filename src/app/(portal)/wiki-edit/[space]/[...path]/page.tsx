import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { revisePageAction } from '@/features/wiki/actions';
import { spaceHref } from '@/features/wiki/addresses';
import { getPageToEdit, listKeepers } from '@/features/wiki/editing/queries';
import { getUnsavedText } from '@/features/wiki/live/queries';
import { UnsavedText } from '@/features/wiki/live/ui/unsaved-text';
import { PageEditor } from '@/features/wiki/ui/page-editor';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { addressIn } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = { params: Promise<{ space: string; path: string[] }> };

export const metadata: Metadata = { title: 'Edit a page' };

export default async function EditWikiPage({ params }: Props) {
  const context = await requestContext();
  const address = addressIn(await params);
  const page = await getPageToEdit(context, address);
  if (!page) await followMove(address, '/wiki-edit');
  if (!page) notFound();
  const { space, currentRevision } = page;
  const header = (
    <PageHeader
      crumbs={[
        { href: '/wiki', label: 'Wiki' },
        { href: spaceHref(space.slug), label: space.name },
        { href: address.href, label: page.title },
      ]}
      title={`Edit “${page.title}”`}
    />
  );
  if (!page.canEdit) {
    return (
      <>
        {header}
        <EmptyState
          title={
            page.archivedAt ? 'This page is in the archive' : 'You may read this page, not edit it'
          }
          action={
            page.archivedAt ? (
              <ButtonLink href={address.href}>Back to the page</ButtonLink>
            ) : (
              <ButtonLink href={address.proposeHref} look="primary">
                Propose a change
              </ButtonLink>
            )
          }
        >
          {page.archivedAt
            ? 'Its steward or a lead of those who keep it can put it back.'
            : 'It is edited by its steward, by members of the unit that keeps it and of the unit that owns the space. Propose your change, and one of them decides.'}
        </EmptyState>
      </>
    );
  }
  const [{ units, stewards }, unsaved] = await Promise.all([
    listKeepers(context, space.ownerUnitId, page.ownerUnitId),
    getUnsavedText(context, page.id),
  ]);

  return (
    <>
      {header}
      {unsaved && <UnsavedText unsaved={unsaved} timeZone={context.actor.timeZone} />}
      <PageEditor
        action={revisePageAction}
        page={{
          id: page.id,
          number: currentRevision.number,
          isDraft: page.isDraft,
          hasUnsavedText: unsaved !== null,
        }}
        initial={{
          title: page.title,
          path: page.path,
          kind: page.kind,
          ownerUnitId: page.ownerUnitId ?? '',
          stewardHandles: page.stewardHandles.join(' '),
          markdown: currentRevision.markdown,
        }}
        space={space}
        units={units}
        stewards={stewards}
        cancelHref={address.href}
        timeZone={context.actor.timeZone}
      />
    </>
  );
}
