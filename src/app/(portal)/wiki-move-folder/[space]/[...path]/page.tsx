import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { folderHref, spaceHref } from '@/features/wiki/addresses';
import { moveFolderAction } from '@/features/wiki/moving/actions';
import { namesOf } from '@/features/wiki/moving/folders/names';
import { getFolderToMove } from '@/features/wiki/moving/folders/queries';
import { PATH_MAX } from '@/features/wiki/schema';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { addressIn } from '../../../wiki/address';

type Props = { params: Promise<{ space: string; path: string[] }> };

export const metadata: Metadata = { title: 'Move a folder' };

export default async function MoveFolderPage({ params }: Props) {
  const address = addressIn(await params);
  const folder = await getFolderToMove(await requestContext(), address);
  if (!folder) notFound();
  const href = folderHref(address);
  const title = titleOfFolder(address.path);
  const pages = folder.pageCount === 1 ? 'one page' : `${folder.pageCount} pages`;

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(address.spaceSlug), label: folder.spaceName },
          { href, label: title },
        ]}
        title={`Move the folder “${title}”`}
        lead={`Moves ${pages} together. Whoever asks at an old address is led to the new one.`}
      />
      {folder.movedByOthers.length === 0 ? (
        <ActionForm action={moveFolderAction} className="max-w-xl">
          <input type="hidden" name="spaceSlug" value={address.spaceSlug} />
          <input type="hidden" name="folder" value={address.path} />
          <Select
            name="toSpaceSlug"
            label="Space"
            options={folder.spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
            defaultValue={address.spaceSlug}
          />
          <Field
            name="toPath"
            label="Address of the folder within the space"
            hint="Folders are separated by slashes, as in evaluation/online."
            defaultValue={address.path}
            required
            maxLength={PATH_MAX}
            autoCapitalize="none"
            spellCheck={false}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Move</SubmitButton>
            <ButtonLink href={href}>Cancel</ButtonLink>
          </div>
        </ActionForm>
      ) : (
        <EmptyState
          title="Some of these pages are moved by others"
          action={<ButtonLink href={href}>Back to the folder</ButtonLink>}
        >
          Pages are moved by their stewards and by the leads of those who keep them. Ask them, or a
          lead of those who own the space, about: {namesOf(folder.movedByOthers)}
        </EmptyState>
      )}
    </>
  );
}
