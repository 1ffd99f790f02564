import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { nextDeliverableStates } from '@/features/working-groups/deliverable';
import {
  editDeliverableAction,
  moveDeliverableAction,
} from '@/features/working-groups/deliverables/actions';
import { deliverableMoves, deliverableStateNames } from '@/features/working-groups/names';
import { DeliverableFields } from '@/features/working-groups/ui/deliverable-fields';
import { dayOf, formatDay } from '@/foundation/days';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { crumbsTo, loadGroup } from '../../load';

export const metadata: Metadata = { title: 'Change a deliverable' };

type Props = { params: Promise<{ slug: string; deliverableId: string }> };

export default async function DeliverablePage({ params }: Props) {
  const { now } = await requestContext();
  const { slug, deliverableId } = await params;
  const group = await loadGroup(slug);
  const deliverable = group?.deliverables.find(({ id }) => id === deliverableId);
  if (!group || !deliverable) notFound();
  if (!deliverable.canMove) redirect(`/working-groups/${slug}`);
  const next = nextDeliverableStates(deliverable.state);

  return (
    <>
      <PageHeader
        crumbs={crumbsTo(group)}
        kicker={deliverableStateNames[deliverable.state]}
        title={deliverable.title}
      />
      {next.length > 0 && (
        <Section title="Move it on">
          <ActionForm action={moveDeliverableAction} className="max-w-xl">
            <input type="hidden" name="deliverableId" value={deliverable.id} />
            <Field
              name="occurredOn"
              label="On which day"
              type="date"
              required
              max={formatDay(dayOf(now))}
              defaultValue={formatDay(dayOf(now))}
            />
            <Field
              name="note"
              label="A word on it"
              hint="Needed when it is given up or replaced."
              maxLength={2000}
            />
            <div className="flex flex-wrap gap-2">
              {next.map((to, index) => (
                <SubmitButton
                  key={to}
                  name="to"
                  value={to}
                  look={to === 'DEPRECATED' ? 'danger' : index === 0 ? 'primary' : 'secondary'}
                >
                  {deliverableMoves[to]}
                </SubmitButton>
              ))}
            </div>
          </ActionForm>
        </Section>
      )}
      {group.canRun && (
        <Section title="What it is">
          <ActionForm action={editDeliverableAction} className="max-w-2xl">
            <DraftKeeper draftKey={`deliverable ${deliverable.id}`} />
            <input type="hidden" name="deliverableId" value={deliverable.id} />
            <DeliverableFields deliverable={deliverable} />
            <SubmitButton>Save this deliverable</SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}
