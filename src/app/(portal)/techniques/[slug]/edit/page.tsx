import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { reviseTechniqueAction } from '@/features/techniques/actions';
import { getTechnique } from '@/features/techniques/queries';
import { TechniqueFields } from '@/features/techniques/ui/technique-fields';
import { dayInZone, formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Edit a technique' };

type Props = { params: Promise<{ slug: string }> };

export default async function EditTechniquePage({ params }: Props) {
  const { slug } = await params;
  const context = await requestContext();
  const technique = await getTechnique(context, slug);
  if (!technique?.canEdit) notFound();
  const { id, title, currentNumber } = technique;
  return (
    <>
      <PageHeader
        title={`Edit “${title}”`}
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: `/techniques/${slug}`, label: title },
        ]}
        lead={`Saving makes version ${currentNumber + 1}. The one before stays readable, and squads that build on it still see it.`}
      />
      <ActionForm action={reviseTechniqueAction} className="max-w-[46rem]">
        <DraftKeeper draftKey={`technique ${id} ${currentNumber}`} />
        <input type="hidden" name="techniqueId" value={id} />
        <input type="hidden" name="baseVersion" value={currentNumber} />
        <TechniqueFields
          technique={technique}
          today={formatDay(dayInZone(context.now, context.actor.timeZone))}
        />
        <TextArea
          name="changeSummary"
          label="What you changed, and why"
          hint="Stands in the journey."
          rows={2}
          required
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>Save version {currentNumber + 1}</SubmitButton>
          <ButtonLink href={`/techniques/${slug}`} look="quiet">
            Cancel
          </ButtonLink>
        </div>
      </ActionForm>
    </>
  );
}
