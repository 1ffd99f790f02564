import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import {
  cancelMeetupAction,
  editMeetupAction,
  moveMeetupAction,
  restoreMeetupAction,
} from '@/features/meetups/dates/actions';
import { wallClock } from '@/features/meetups/recurrence';
import { TITLE_MAX } from '@/features/meetups/schema';
import { DateFields } from '@/features/meetups/ui/date-fields';
import { formatDay } from '@/foundation/days';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { loadMeetup } from '../load';

export const metadata: Metadata = { title: 'Change a date' };

type Props = { params: Promise<{ id: string }> };

export default async function EditMeetupPage({ params }: Props) {
  const meetup = await loadMeetup((await params).id);
  if (!meetup) notFound();
  const path = `/meetups/${meetup.id}`;
  if (!meetup.canRun) redirect(path);
  const { day, localTime } = wallClock(meetup.startsAt, meetup.timeZone);
  const minutes = (+meetup.endsAt - +meetup.startsAt) / 60_000;
  const id = <input type="hidden" name="meetupId" value={meetup.id} />;

  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          { href: path, label: meetup.title },
        ]}
        title="Change this date"
      />
      <ActionForm action={editMeetupAction} className="mb-12">
        <DraftKeeper draftKey={`meetup ${meetup.id}`} />
        {id}
        <Field
          name="title"
          label="Title"
          required
          maxLength={TITLE_MAX}
          defaultValue={meetup.title}
        />
        <Field name="location" label="Place or link" defaultValue={meetup.location} />
        <Field
          name="recordingUrl"
          label="Link to the recording"
          type="url"
          defaultValue={meetup.recordingUrl ?? ''}
        />
        <TextArea
          name="notes"
          label="Notes"
          hint="Markdown: headings, lists, links, tables, code."
          rows={12}
          defaultValue={meetup.notes}
        />
        <SubmitButton>Save</SubmitButton>
      </ActionForm>
      {meetup.isCancelled && (
        <Section title="Hold it after all">
          <ActionForm action={restoreMeetupAction}>
            {id}
            <SubmitButton>Hold this meetup after all</SubmitButton>
          </ActionForm>
        </Section>
      )}
      {meetup.acceptsRsvps && (
        <Section title="Move it" note={`Day and hour by the clock in ${meetup.timeZone}.`}>
          <ActionForm action={moveMeetupAction}>
            {id}
            <DateFields
              dayName="movesTo"
              dayLabel="New day"
              values={{ day: formatDay(day), localTime, minutes }}
            />
            <Field name="reason" label="Why" required maxLength={400} />
            <SubmitButton look="secondary">Move this meetup</SubmitButton>
          </ActionForm>
        </Section>
      )}
      {!meetup.isCancelled && (
        <Section title="Call it off" note="It stays in the calendar with the reason.">
          <ActionForm action={cancelMeetupAction}>
            {id}
            <Field name="reason" label="Why" required maxLength={400} />
            <SubmitButton look="danger">Call this meetup off</SubmitButton>
          </ActionForm>
        </Section>
      )}
    </div>
  );
}
