import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { SPACE_DESCRIPTION_MAX, SPACE_NAME_MAX } from '@/features/wiki/schema';
import { getSpace } from '@/features/wiki/shelves/queries';
import { changeSpaceAction } from '@/features/wiki/spaces/actions';
import { getSpaceKeeping, listUnitsThatKeepSpaces } from '@/features/wiki/spaces/handover/queries';
import { SpaceKeepingSection } from '@/features/wiki/spaces/handover/ui/space-keeping';
import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { decoded } from '../../wiki/address';
import { followMove } from '../../wiki/follow-move';

type Props = { params: Promise<{ space: string }> };

export const metadata: Metadata = { title: 'A space and its keepers' };

export default async function SpaceSettingsPage({ params }: Props) {
  const spaceSlug = decoded((await params).space);
  const context = await requestContext();
  const space = await getSpace(context, spaceSlug);
  if (!space) await followMove({ spaceSlug, path: '' }, '/wiki-space');
  if (!space) notFound();
  const href = spaceHref(space.slug);
  const keeping = await getSpaceKeeping(context, space);
  const units = keeping.canHandOn && !keeping.offer ? await listUnitsThatKeepSpaces(context) : [];

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href, label: space.name },
        ]}
        title={`“${space.name}” and who keeps it`}
      />
      {space.canChange ? (
        <Section
          title="Name and place"
          note="With another address, the one it has now leads on for good: for the space and for every page in it. No other space can take it."
        >
          <ActionForm action={changeSpaceAction} className="max-w-xl">
            <input type="hidden" name="spaceId" value={space.id} />
            <input type="hidden" name="wasName" value={space.name} />
            <input type="hidden" name="wasSlug" value={space.slug} />
            <input type="hidden" name="wasDescription" value={space.description} />
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
        </Section>
      ) : (
        <p className="mb-8 max-w-[65ch] text-muted">
          The space is named and moved by the leads of {space.ownerName}.
        </p>
      )}
      <SpaceKeepingSection
        spaceId={space.id}
        ownerName={space.ownerName}
        keeping={keeping}
        units={units}
        now={context.now}
      />
    </>
  );
}
