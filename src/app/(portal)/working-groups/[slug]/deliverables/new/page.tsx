import type { Metadata } from 'next';
import { addDeliverableAction } from '@/features/working-groups/deliverables/actions';
import { DeliverableFields } from '@/features/working-groups/ui/deliverable-fields';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { crumbsTo, loadGroupToRun } from '../../load';

export const metadata: Metadata = { title: 'Add a deliverable' };

type Props = { params: Promise<{ slug: string }> };

export default async function AddDeliverablePage({ params }: Props) {
  const group = await loadGroupToRun((await params).slug);

  return (
    <>
      <PageHeader
        crumbs={crumbsTo(group)}
        title="Add a deliverable"
        lead="Something that is handed over and lasts: a guideline, a tool, a reference implementation."
      />
      <ActionForm action={addDeliverableAction} className="max-w-2xl">
        <DraftKeeper draftKey={`new deliverable of ${group.id}`} />
        <input type="hidden" name="groupId" value={group.id} />
        <DeliverableFields />
        <SubmitButton>Add this deliverable</SubmitButton>
      </ActionForm>
    </>
  );
}
