import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { addAgendaItemAction } from '@/features/meetups/agenda/actions';
import { listAgenda, listSuggestedPresenters } from '@/features/meetups/agenda/queries';
import { Agenda } from '@/features/meetups/ui/agenda';
import { AgendaItemControls } from '@/features/meetups/ui/agenda-item-controls';
import { AgendaItemFields } from '@/features/meetups/ui/agenda-item-fields';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { loadMeetup } from '../load';

export const metadata: Metadata = { title: 'Edit the agenda' };

type Props = { params: Promise<{ id: string }> };

export default async function EditAgendaPage({ params }: Props) {
  const context = await requestContext();
  const meetup = await loadMeetup((await params).id);
  if (!meetup) notFound();
  const path = `/meetups/${meetup.id}`;
  if (!meetup.canRun) redirect(path);
  const agenda = await listAgenda(context, meetup.id);
  const suggested = await listSuggestedPresenters(context, meetup.id);

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          { href: path, label: meetup.title },
        ]}
        title="Edit the agenda"
      />
      <Section title="Agenda">
        <Agenda meetup={meetup} items={agenda} timeZone={context.actor.timeZone}>
          {(item) => (
            <AgendaItemControls
              item={item}
              editAddress={`${path}/agenda/${item.id}`}
              isFirst={item === agenda[0]}
              isLast={item === agenda.at(-1)}
            />
          )}
        </Agenda>
      </Section>
      <Section title="Add an item">
        <ActionForm action={addAgendaItemAction} className="max-w-2xl" doneMessage="Added.">
          <DraftKeeper draftKey={`agenda item for ${meetup.id}`} />
          <input type="hidden" name="meetupId" value={meetup.id} />
          <AgendaItemFields suggested={suggested} />
          <SubmitButton>Add to the agenda</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
