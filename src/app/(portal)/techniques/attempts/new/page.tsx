import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { recordAttemptAction } from '@/features/techniques/attempts/actions';
import { AttemptFields } from '@/features/techniques/attempts/ui/attempt-fields';
import { getTechnique, listSquadsToWriteFor } from '@/features/techniques/queries';
import { SquadField } from '@/features/techniques/ui/squad-field';
import { dayInZone, formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Write down an attempt' };

const queryInput = z.object({ technique: z.string().max(100).optional().catch(undefined) });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewAttemptPage({ searchParams }: Props) {
  const context = await requestContext();
  const { technique: slug } = queryInput.parse(await searchParams);
  const technique = slug ? await getTechnique(context, slug) : null;
  const squads = await listSquadsToWriteFor(context);
  return (
    <>
      <PageHeader
        title="Write down an attempt"
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: '/techniques/attempts', label: 'What was tried' },
        ]}
        lead="Ten minutes now save somebody a month. It need not have worked, and it need not be finished prose."
      />
      {squads.length === 0 ? (
        <EmptyState title="An attempt is written down by the squad that made it">
          You are in no squad at present. A squad’s lead or an administrator can put that right.
        </EmptyState>
      ) : (
        <ActionForm action={recordAttemptAction} className="max-w-[46rem]">
          <DraftKeeper draftKey={`attempt new ${technique?.id ?? ''}`} />
          <input type="hidden" name="techniqueId" value={technique?.id ?? ''} />
          {technique && (
            <p className="mb-4">
              Of the technique{' '}
              <Link href={`/techniques/${technique.slug}`} className="link">
                {technique.title}
              </Link>
              .
            </p>
          )}
          <SquadField squads={squads} />
          <AttemptFields
            today={formatDay(dayInZone(context.now, context.actor.timeZone))}
            canChooseName
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Write it down</SubmitButton>
            <ButtonLink
              href={technique ? `/techniques/${technique.slug}` : '/techniques/attempts'}
              look="quiet"
            >
              Cancel
            </ButtonLink>
          </div>
        </ActionForm>
      )}
    </>
  );
}
