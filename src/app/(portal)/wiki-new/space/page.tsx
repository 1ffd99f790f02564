import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { openSpaceAction } from '@/features/wiki/actions';
import { SPACE_DESCRIPTION_MAX, SPACE_NAME_MAX } from '@/features/wiki/schema';
import { listUnitsToOpenFor } from '@/features/wiki/spaces/queries';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Open a space' };

export default async function NewSpacePage() {
  const units = await listUnitsToOpenFor(await requestContext());
  if (units.length === 0) notFound();
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Open a space"
        lead="A shelf of pages that a guild, a squad or a working group looks after. Its members write in it; everybody reads."
      />
      <ActionForm action={openSpaceAction} className="max-w-xl">
        <Field name="name" label="Name" required maxLength={SPACE_NAME_MAX} />
        <Field
          name="slug"
          label="Address"
          hint="Small letters, digits and hyphens, as in ranking-guild."
          required
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          name="description"
          label="What is to be found here"
          maxLength={SPACE_DESCRIPTION_MAX}
        />
        <Select
          name="ownerUnitId"
          label="Kept by"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton>Open this space</SubmitButton>
      </ActionForm>
    </>
  );
}
