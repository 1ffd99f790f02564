import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { editAttemptAction } from '@/features/techniques/attempts/actions';
import { getAttempt } from '@/features/techniques/attempts/queries';
import { AttemptFields } from '@/features/techniques/attempts/ui/attempt-fields';
import { dayInZone, formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Edit an attempt' };

type Props = { params: Promise<{ id: string }> };

export default async function EditAttemptPage({ params }: Props) {
  const context = await requestContext();
  const attempt = await getAttempt(context, (await params).id);
  if (!attempt?.canEdit) notFound();
  return (
    <>
      <PageHeader
        title={`Edit “${attempt.title}”`}
        crumbs={[
          { href: '/techniques/attempts', label: 'What was tried' },
          { href: `/techniques/attempts/${attempt.id}`, label: attempt.title },
        ]}
      />
      <ActionForm action={editAttemptAction} className="max-w-[46rem]">
        <DraftKeeper draftKey={`attempt ${attempt.id}`} />
        <input type="hidden" name="attemptId" value={attempt.id} />
        <AttemptFields
          attempt={attempt}
          today={formatDay(dayInZone(context.now, context.actor.timeZone))}
          canChooseName={attempt.isMine}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>Save</SubmitButton>
          <ButtonLink href={`/techniques/attempts/${attempt.id}`} look="quiet">
            Cancel
          </ButtonLink>
        </div>
      </ActionForm>
    </>
  );
}
