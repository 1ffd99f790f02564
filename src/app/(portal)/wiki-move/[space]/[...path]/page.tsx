import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { movePageAction } from '@/features/wiki/moving/actions';
import { getPageToMove } from '@/features/wiki/moving/queries';
import { PATH_MAX } from '@/features/wiki/schema';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { addressIn } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = { params: Promise<{ space: string; path: string[] }> };

export const metadata: Metadata = { title: 'Move a page' };

export default async function MoveWikiPage({ params }: Props) {
  const context = await requestContext();
  const address = addressIn(await params);
  const page = await getPageToMove(context, address);
  if (!page) await followMove(address, '/wiki-move');
  if (!page) notFound();
  const { subPageCount } = page;

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: page.spaceName },
          { href: address.href, label: page.title },
        ]}
        title={`Move “${page.title}”`}
        lead="Links, bookmarks and the history follow: whoever asks at the old address is led to the new one."
      />
      {page.canMove ? (
        <ActionForm action={movePageAction} className="max-w-xl">
          <input type="hidden" name="pageId" value={page.id} />
          <Select
            name="toSpaceSlug"
            label="Space"
            options={page.spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
            defaultValue={address.spaceSlug}
          />
          <Field
            name="toPath"
            label="Address within the space"
            hint="Folders are separated by slashes, as in evaluation/interleaving."
            defaultValue={address.path}
            required
            maxLength={PATH_MAX}
            autoCapitalize="none"
            spellCheck={false}
          />
          {subPageCount > 0 && (
            <Checkbox
              name="withSubPages"
              label={
                subPageCount === 1
                  ? 'Take the page beneath it along'
                  : `Take the ${subPageCount.toLocaleString('en')} pages beneath it along`
              }
              defaultChecked
            />
          )}
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Move</SubmitButton>
            <ButtonLink href={address.href}>Cancel</ButtonLink>
          </div>
        </ActionForm>
      ) : (
        <EmptyState
          title="You may read this page, not move it"
          action={<ButtonLink href={address.href}>Back to the page</ButtonLink>}
        >
          It is moved by its stewards and by the leads of those who keep it.
        </EmptyState>
      )}
    </>
  );
}
