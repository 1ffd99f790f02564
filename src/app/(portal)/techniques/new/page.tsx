import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { recordTechniqueAction } from '@/features/techniques/actions';
import { listSquadsToWriteFor } from '@/features/techniques/queries';
import { SquadField } from '@/features/techniques/ui/squad-field';
import { TechniqueFields } from '@/features/techniques/ui/technique-fields';
import { dayInZone, formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Write down a technique' };

export default async function NewTechniquePage() {
  const context = await requestContext();
  const squads = await listSquadsToWriteFor(context);
  return (
    <>
      <PageHeader
        title="Write down a technique"
        crumbs={[{ href: '/techniques', label: 'Techniques' }]}
        lead="It is a draft that colleagues can read. Once what failed, what the data made hard and how it was evaluated are answered, it can be marked as presented."
      />
      {squads.length === 0 ? (
        <EmptyState
          title="A technique is written down by the squad that learnt it"
          action={<ButtonLink href="/org">Find your squad</ButtonLink>}
        >
          You are in no squad at present. A squad’s lead or an administrator can put that right.
        </EmptyState>
      ) : (
        <ActionForm action={recordTechniqueAction} className="max-w-[46rem]">
          <DraftKeeper draftKey="technique new" />
          <SquadField squads={squads} />
          <TechniqueFields today={formatDay(dayInZone(context.now, context.actor.timeZone))} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Write it down</SubmitButton>
            <ButtonLink href="/techniques" look="quiet">
              Cancel
            </ButtonLink>
          </div>
        </ActionForm>
      )}
    </>
  );
}
