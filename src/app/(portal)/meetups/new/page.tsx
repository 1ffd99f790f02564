import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { planMeetupAction } from '@/features/meetups/dates/actions';
import { TITLE_MAX } from '@/features/meetups/schema';
import { listUnitsIMayHostFor } from '@/features/meetups/series/queries';
import { DateFields } from '@/features/meetups/ui/date-fields';
import { TimeZoneField } from '@/features/meetups/ui/time-zone-field';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Announce a meetup' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewMeetupPage({ searchParams }: Props) {
  const context = await requestContext();
  const hosts = await listUnitsIMayHostFor(context);
  if (hosts.length === 0) redirect('/meetups');
  const { unit } = await searchParams;
  const host = hosts.find(({ slug }) => slug === unit) ?? hosts[0];

  return (
    <>
      <PageHeader
        crumbs={[{ href: '/meetups', label: 'Meetups' }]}
        title="Announce a single meetup"
        lead="For a meeting outside of any series: a workshop, a reading, a visit."
      />
      <ActionForm action={planMeetupAction} className="max-w-2xl">
        <Select
          name="unitId"
          label="Guild"
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={host?.id}
        />
        <Field name="title" label="Title" required maxLength={TITLE_MAX} />
        <DateFields dayName="heldOn" dayLabel="Day" values={{ localTime: '16:00', minutes: 90 }} />
        <TimeZoneField defaultValue={host?.timeZone ?? context.actor.timeZone} />
        <Field name="location" label="Place or link" maxLength={300} />
        <SubmitButton>Announce this meetup</SubmitButton>
      </ActionForm>
    </>
  );
}
