import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { proposeGroupAction } from '@/features/working-groups/actions';
import { canPropose } from '@/features/working-groups/policy';
import { CharterFields } from '@/features/working-groups/ui/charter-fields';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Propose a working group' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProposeGroupPage({ searchParams }: Props) {
  const { actor } = await requestContext();
  if (!canPropose(actor)) redirect('/working-groups');
  const { parent } = await searchParams;

  return (
    <>
      <PageHeader
        crumbs={[{ href: '/working-groups', label: 'Working groups' }]}
        title="Propose a working group"
        lead="A proposal may have gaps. Its page says what is missing before it is chartered."
      />
      <ActionForm action={proposeGroupAction} className="max-w-2xl">
        <DraftKeeper draftKey="new working group" />
        <CharterFields />
        <Field
          name="parent"
          label="Guild"
          hint="The name of the guild it belongs to; may stay empty."
          autoComplete="off"
          defaultValue={typeof parent === 'string' ? parent : ''}
        />
        <Field
          name="hoursPerWeek"
          label="Your own hours a week"
          hint="You get the first seat, as lead, for your home squad."
          type="number"
          min={1}
          max={40}
          required
          defaultValue={4}
        />
        <Checkbox name="managerAgreed" label="My manager has agreed" />
        <SubmitButton>Propose this group</SubmitButton>
      </ActionForm>
    </>
  );
}
