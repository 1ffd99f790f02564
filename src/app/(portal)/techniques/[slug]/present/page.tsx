import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { listPastMeetupsForPicker } from '@/features/meetups/naming/queries';
import { listInWords } from '@/features/techniques/list-in-words';
import { withdrawPresentationAction } from '@/features/techniques/propagation/actions';
import { listMilestones } from '@/features/techniques/propagation/queries';
import { sectionNames } from '@/features/techniques/propagation/refusals';
import { getTechnique, type TechniqueDetails } from '@/features/techniques/queries';
import type { Context } from '@/foundation/context';
import { ButtonLink, buttonClasses } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { addressOf } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { Instant } from '@/ui/time';
import { ConfirmPresentation } from './confirm-presentation';

export const metadata: Metadata = { title: 'Mark as presented' };

const one = z.string().max(100).optional().catch(undefined);
const queryInput = z.object({ q: one, meetup: one });

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PresentPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const context = await requestContext();
  const technique = await getTechnique(context, slug);
  if (!technique?.canEdit) notFound();
  const { q = '', meetup } = queryInput.parse(await searchParams);
  return (
    <>
      <PageHeader
        title={`Mark “${technique.title}” as presented`}
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: `/techniques/${slug}`, label: technique.title },
        ]}
        lead="From the date and from who was there follows which squads have heard of it. That is where their clocks start."
      />
      {technique.missing.length > 0 ? (
        <EmptyState
          title="The write-up is not complete yet"
          action={
            <ButtonLink look="primary" href={`/techniques/${slug}/edit`}>
              Complete the write-up
            </ButtonLink>
          }
        >
          Before others hear of it, write down{' '}
          {listInWords(technique.missing.map((part) => sectionNames[part]))}. “We looked and found
          none” is an answer.
        </EmptyState>
      ) : meetup ? (
        <ConfirmPresentation context={context} technique={technique} meetupId={meetup} />
      ) : (
        <ChooseMeetup context={context} technique={technique} text={q} />
      )}
    </>
  );
}

type PartProps = { context: Context; technique: TechniqueDetails };

async function ChooseMeetup({ context, technique, text }: PartProps & { text: string }) {
  const [meetups, { presentations }] = await Promise.all([
    listPastMeetupsForPicker(context, text),
    listMilestones(context, technique.id),
  ]);
  const presentedAt = new Set(presentations.map(({ meetupId }) => meetupId));
  const address = `/techniques/${technique.slug}/present`;
  return (
    <Section title="At which date?">
      <form action={address} className="mb-5 flex max-w-md items-end gap-2">
        <label className="flex-1 text-sm">
          <span className="mb-1 block font-medium">Title or guild</span>
          <input
            type="search"
            name="q"
            defaultValue={text}
            className="w-full rounded-md border border-line-strong bg-raised px-3 py-1.5 text-base"
          />
        </label>
        <button type="submit" className={buttonClasses()}>
          Find dates
        </button>
      </form>
      {meetups.length === 0 && <p className="text-muted">No date gone by has such a title.</p>}
      <ul className="divide-y divide-line border-y border-line">
        {meetups.map(({ id, title, unitName, startsAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium">{title}</p>
              <p className="text-sm text-muted">
                {unitName}, <Instant at={startsAt} timeZone={context.actor.timeZone} />
              </p>
            </div>
            {presentedAt.has(id) ? (
              <Withdraw techniqueId={technique.id} meetupId={id} title={title} />
            ) : (
              <ButtonLink
                href={addressOf(address, { meetup: id })}
                aria-label={`Presented at ${title}`}
              >
                At this one
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type WithdrawProps = { techniqueId: string; meetupId: string; title: string };

function Withdraw({ techniqueId, meetupId, title }: WithdrawProps) {
  return (
    <ActionForm
      action={withdrawPresentationAction}
      className="flex flex-wrap items-center gap-x-3 text-sm text-muted"
    >
      <input type="hidden" name="techniqueId" value={techniqueId} />
      <input type="hidden" name="meetupId" value={meetupId} />
      Presented here
      <SubmitButton look="quiet" size="small" aria-label={`Take back: presented at ${title}`}>
        Take back
      </SubmitButton>
    </ActionForm>
  );
}
