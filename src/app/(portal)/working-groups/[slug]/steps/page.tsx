import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { extendGroupAction } from '@/features/working-groups/actions';
import { CheckpointForms } from '@/features/working-groups/ui/checkpoint-forms';
import { MoveForms } from '@/features/working-groups/ui/move-forms';
import { EXTENSION_DAYS_MAX } from '@/features/working-groups/weeks';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { crumbsTo, loadGroupToRun } from '../load';

export const metadata: Metadata = { title: 'Checkpoints and next steps' };

type Props = { params: Promise<{ slug: string }> };

export default async function StepsPage({ params }: Props) {
  const { now } = await requestContext();
  const group = await loadGroupToRun((await params).slug);
  const isUnderWay = group.state === 'ACTIVE' || group.state === 'REVIEW';

  return (
    <>
      <PageHeader crumbs={crumbsTo(group)} title="Checkpoints and next steps" />
      <MoveForms group={group} />
      {!group.hasEnded && <CheckpointForms group={group} today={dayOf(now)} />}
      {isUnderWay && !group.extendedTo && (
        <Section
          title="Extend it once"
          note="By four weeks at most, with a reason that everybody can read. A longer question is a new group’s."
        >
          <ActionForm action={extendGroupAction} className="max-w-xl">
            <input type="hidden" name="groupId" value={group.id} />
            <Field
              name="extendedTo"
              label="New last day"
              type="date"
              required
              min={formatDay(addDays(group.plannedEndOn, 1))}
              max={formatDay(addDays(group.plannedEndOn, EXTENSION_DAYS_MAX))}
            />
            <Field name="reason" label="Why more time is needed" required maxLength={2000} />
            <SubmitButton look="secondary">Extend the group</SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}
