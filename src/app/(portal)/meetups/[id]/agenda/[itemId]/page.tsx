import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { editAgendaItemAction, wordAgendaItemAction } from '@/features/meetups/agenda/actions';
import { listAgenda, listSuggestedPresenters } from '@/features/meetups/agenda/queries';
import { TITLE_MAX } from '@/features/meetups/schema';
import { AgendaItemFields } from '@/features/meetups/ui/agenda-item-fields';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { PageHeader } from '@/ui/page-header';
import { loadMeetup } from '../../load';

export const metadata: Metadata = { title: 'Edit an item of the agenda' };

type Props = { params: Promise<{ id: string; itemId: string }> };

export default async function EditAgendaItemPage({ params }: Props) {
  const context = await requestContext();
  const { id, itemId } = await params;
  const meetup = await loadMeetup(id);
  const item = meetup && (await listAgenda(context, id)).find((one) => one.id === itemId);
  if (!meetup || !item) notFound();
  const path = `/meetups/${meetup.id}`;
  if (!meetup.canRun && !item.isMine) redirect(path);
  const crumbs = [
    { href: '/meetups', label: 'Meetups' },
    { href: path, label: meetup.title },
  ];

  return (
    <>
      <PageHeader crumbs={crumbs} title={item.title} />
      {meetup.canRun ? (
        <ActionForm action={editAgendaItemAction} className="max-w-2xl">
          <DraftKeeper draftKey={`agenda item ${item.id}`} />
          <input type="hidden" name="itemId" value={item.id} />
          <AgendaItemFields
            item={item}
            suggested={await listSuggestedPresenters(context, meetup.id)}
          />
          <SubmitButton>Save this item</SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm action={wordAgendaItemAction} className="max-w-2xl">
          <DraftKeeper draftKey={`agenda item ${item.id}`} />
          <input type="hidden" name="itemId" value={item.id} />
          <Field
            name="title"
            label="Title"
            required
            maxLength={TITLE_MAX}
            defaultValue={item.title}
          />
          <TextArea
            name="summary"
            label="What it is about"
            rows={6}
            defaultValue={item.summary}
            hint="How long it is, and where it stands, is for the leads of the guild."
          />
          <SubmitButton>Save these words</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
