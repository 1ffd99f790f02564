import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { addEvidenceAction } from '@/features/techniques/evidence/actions';
import { listEvidence } from '@/features/techniques/evidence/queries';
import { EvidenceFields } from '@/features/techniques/evidence/ui/evidence-fields';
import { getTechnique, listSquadsToWriteFor } from '@/features/techniques/queries';
import { SquadField } from '@/features/techniques/ui/squad-field';
import { dayInZone, formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Add evidence' };

type Props = { params: Promise<{ slug: string }> };

export default async function AddEvidencePage({ params }: Props) {
  const { slug } = await params;
  const context = await requestContext();
  const technique = await getTechnique(context, slug);
  if (!technique) notFound();
  const [squads, evidence] = await Promise.all([
    listSquadsToWriteFor(context),
    listEvidence(context, technique.id),
  ]);
  const today = formatDay(dayInZone(context.now, context.actor.timeZone));
  return (
    <>
      <PageHeader
        title={`Add evidence on “${technique.title}”`}
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: `/techniques/${slug}`, label: technique.title },
        ]}
        lead="A result your squad stands for, good or not. What did not hold for you is worth as much to the next."
      />
      {squads.length === 0 ? (
        <EmptyState title="Evidence is given by squads">
          You are in no squad at present, so there is nobody who could stand for a result.
        </EmptyState>
      ) : (
        <ActionForm action={addEvidenceAction} className="max-w-[46rem]">
          <DraftKeeper draftKey={`evidence ${technique.id}`} />
          <input type="hidden" name="techniqueId" value={technique.id} />
          <SquadField squads={squads} />
          <EvidenceFields />
          <div className="grid gap-x-4 sm:grid-cols-2">
            <Field
              name="measuredOn"
              label="Measured on"
              type="date"
              required
              max={today}
              defaultValue={today}
            />
            <Select
              name="replicatesId"
              label="Repeats a result"
              emptyLabel="No"
              options={evidence.map(({ id, squad, summary }) => ({
                value: id,
                label: `${squad.name}: ${summary.slice(0, 60)}`,
              }))}
            />
          </div>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Add this evidence</SubmitButton>
            <ButtonLink href={`/techniques/${slug}#evidence`} look="quiet">
              Cancel
            </ButtonLink>
          </div>
        </ActionForm>
      )}
    </>
  );
}
