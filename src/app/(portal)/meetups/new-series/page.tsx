import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { createSeriesAction } from '@/features/meetups/series/actions';
import { listUnitsIMayHostFor } from '@/features/meetups/series/queries';
import { SeriesFields } from '@/features/meetups/ui/series-fields';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Start a series' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewSeriesPage({ searchParams }: Props) {
  const context = await requestContext();
  const hosts = await listUnitsIMayHostFor(context);
  if (hosts.length === 0) redirect('/meetups/series');
  const { unit } = await searchParams;
  const host = hosts.find(({ slug }) => slug === unit) ?? hosts[0];

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          { href: '/meetups/series', label: 'Series' },
        ]}
        title="Start a series"
        lead="The dates of the next half year appear in the calendar at once, and are kept that far ahead."
      />
      <ActionForm action={createSeriesAction} className="max-w-2xl">
        <DraftKeeper draftKey="new series" />
        <Select
          name="unitId"
          label="Guild"
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={host?.id}
        />
        <SeriesFields
          first={{
            name: 'firstOn',
            label: 'First date',
            hint: 'Its weekday counts; it may lie in the past.',
          }}
          values={{ timeZone: host?.timeZone ?? context.actor.timeZone }}
        />
        <SubmitButton>Start the series</SubmitButton>
      </ActionForm>
    </>
  );
}
