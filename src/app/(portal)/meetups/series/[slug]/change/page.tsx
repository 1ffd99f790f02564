import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { listMeetups } from '@/features/meetups/queries';
import { wallClock } from '@/features/meetups/recurrence';
import { changeSeriesAction, endSeriesAction } from '@/features/meetups/series/actions';
import { getSeries } from '@/features/meetups/series/queries';
import { patternOf } from '@/features/meetups/series-pattern';
import { SeriesFields } from '@/features/meetups/ui/series-fields';
import { formatDay } from '@/foundation/days';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Change a series' };

type Props = { params: Promise<{ slug: string }> };

export default async function ChangeSeriesPage({ params }: Props) {
  const context = await requestContext();
  const series = await getSeries(context, (await params).slug);
  if (!series) notFound();
  const path = `/meetups/series/${series.slug}`;
  if (!series.canRun) redirect(path);
  const { items } = await listMeetups(context, {
    when: 'upcoming',
    seriesId: series.id,
    size: 1,
  });
  const next = items[0] && wallClock(items[0].startsAt, series.timeZone).day;
  const today = wallClock(context.now, series.timeZone).day;
  const reasonHint = 'Shown on the dates that move or are called off.';

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          { href: path, label: series.title },
        ]}
        title="Change the series"
        lead={`Now ${series.rhythm} at ${series.localTime}. Dates that have been held stay as they were.`}
      />
      <ActionForm action={changeSeriesAction} className="mb-12 max-w-2xl">
        <DraftKeeper draftKey={`series ${series.id}`} />
        <input type="hidden" name="seriesId" value={series.id} />
        <SeriesFields
          first={{
            name: 'fromOn',
            label: 'From this date on',
            hint: 'The first date of the new rhythm; its weekday counts.',
            value: formatDay(next ?? today),
          }}
          values={{
            ...series,
            pattern: patternOf(series.recurrenceRule, next ?? series.firstOn),
            rule: series.recurrenceRule,
            lastOn: series.lastOn ? formatDay(series.lastOn) : '',
          }}
        />
        <Field name="reason" label="Why" required maxLength={400} hint={reasonHint} />
        <p className="mb-4 text-sm text-muted">
          A date with an agenda or answers goes along to the nearest new day, or is called off where
          there is none within the week. What was moved or called off on its own stays as it is.
        </p>
        <SubmitButton>Change all dates from there on</SubmitButton>
      </ActionForm>
      <Section title="End the series">
        <ActionForm action={endSeriesAction} className="max-w-2xl">
          <input type="hidden" name="seriesId" value={series.id} />
          <div className="grid gap-x-4 sm:grid-cols-2">
            <Field
              name="lastOn"
              label="Last date"
              type="date"
              required
              defaultValue={formatDay(today)}
            />
            <Field name="reason" label="Why" required maxLength={400} />
          </div>
          <SubmitButton look="danger">End the series after that date</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
