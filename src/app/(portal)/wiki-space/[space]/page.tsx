import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { SPACE_DESCRIPTION_MAX, SPACE_NAME_MAX } from '@/features/wiki/schema';
import { getSpace } from '@/features/wiki/shelves/queries';
import { changeSpaceAction } from '@/features/wiki/spaces/actions';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { decoded } from '../../wiki/address';
import { followMove } from '../../wiki/follow-move';

type Props = { params: Promise<{ space: string }> };

export const metadata: Metadata = { title: 'Name or move a space' };

export default async function SpaceSettingsPage({ params }: Props) {
  const spaceSlug = decoded((await params).space);
  const space = await getSpace(await requestContext(), spaceSlug);
  if (!space) await followMove({ spaceSlug, path: '' }, '/wiki-space');
  if (!space) notFound();
  const href = spaceHref(space.slug);

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href, label: space.name },
        ]}
        title={`Name or move “${space.name}”`}
        lead="With another address, the one it has now leads on for good: for the space and for every page in it. No other space can take it."
      />
      {space.canChange ? (
        <ActionForm action={changeSpaceAction} className="max-w-xl">
          <input type="hidden" name="spaceId" value={space.id} />
          <Field
            name="name"
            label="Name"
            defaultValue={space.name}
            required
            maxLength={SPACE_NAME_MAX}
          />
          <Field
            name="slug"
            label="Address"
            hint="Small letters, digits and hyphens, as in ranking-guild."
            defaultValue={space.slug}
            required
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            name="description"
            label="What is to be found here"
            defaultValue={space.description}
            maxLength={SPACE_DESCRIPTION_MAX}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Save</SubmitButton>
            <ButtonLink href={href}>Cancel</ButtonLink>
          </div>
        </ActionForm>
      ) : (
        <EmptyState
          title="You may read this space, not rename it"
          action={<ButtonLink href={href}>Back to the space</ButtonLink>}
        >
          It is named and moved by the leads of {space.ownerName}.
        </EmptyState>
      )}
    </>
  );
}
