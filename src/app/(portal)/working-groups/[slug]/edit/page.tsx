import type { Metadata } from 'next';
import { editGroupAction } from '@/features/working-groups/actions';
import { CharterFields } from '@/features/working-groups/ui/charter-fields';
import { weeksUpTo } from '@/features/working-groups/weeks';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { crumbsTo, loadGroupToRun } from '../load';

export const metadata: Metadata = { title: 'Edit the charter' };

type Props = { params: Promise<{ slug: string }> };

export default async function EditCharterPage({ params }: Props) {
  const group = await loadGroupToRun((await params).slug);
  const weeks = weeksUpTo(group.startsOn, group.plannedEndOn);

  return (
    <>
      <PageHeader
        crumbs={crumbsTo(group)}
        title="Edit the charter"
        lead="Name and dates can change until the work begins."
      />
      <ActionForm action={editGroupAction} className="max-w-2xl">
        <DraftKeeper draftKey={`charter ${group.id}`} />
        <input type="hidden" name="groupId" value={group.id} />
        <CharterFields values={{ ...group, weeks }} />
        <SubmitButton>Save the charter</SubmitButton>
      </ActionForm>
    </>
  );
}
