import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { TextArea } from '@/ui/form/text-area';
import { TITLE_MAX } from '../schema';
import type { SeriesPattern } from '../series-pattern';
import { TimeZoneField } from './time-zone-field';

const patterns: { value: SeriesPattern; label: string }[] = [
  { value: 'WEEKLY', label: 'Every week on that weekday' },
  { value: 'TWO_WEEKS', label: 'Every two weeks on that weekday' },
  { value: 'FOUR_WEEKS', label: 'Every four weeks on that weekday' },
  { value: 'MONTHLY_SAME_WEEK', label: 'Every month in that week (such as the second Thursday)' },
  { value: 'MONTHLY_LAST', label: 'Every month on the last such weekday' },
  { value: 'RULE', label: 'By a rule of its own, written below' },
];

type Props = {
  first: { name: 'firstOn' | 'fromOn'; label: string; hint: string; value?: string };
  values?: {
    title?: string;
    purpose?: string;
    pattern?: SeriesPattern;
    rule?: string;
    localTime?: string;
    durationMinutes?: number;
    timeZone?: string;
    location?: string;
    lastOn?: string;
  };
};

/** When and where a series meets. */
export function SeriesFields({ first, values = {} }: Props) {
  return (
    <>
      <Field
        name="title"
        label="Title"
        required
        maxLength={TITLE_MAX}
        defaultValue={values.title}
      />
      <TextArea name="purpose" label="What it is for" rows={3} defaultValue={values.purpose} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name={first.name}
          label={first.label}
          hint={first.hint}
          type="date"
          required
          defaultValue={first.value}
        />
        <Field
          name="lastOn"
          label="Last date"
          hint="Empty while it goes on."
          type="date"
          defaultValue={values.lastOn}
        />
      </div>
      <Select
        name="pattern"
        label="How it repeats"
        options={patterns}
        defaultValue={values.pattern ?? 'TWO_WEEKS'}
      />
      <Field
        name="rule"
        label="Rule of its own"
        hint="Only if chosen above, as calendars write it: FREQ=MONTHLY;BYDAY=1TU,3TU"
        autoComplete="off"
        defaultValue={values.rule}
      />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <Field
          name="localTime"
          label="Begins at"
          type="time"
          required
          defaultValue={values.localTime ?? '16:00'}
        />
        <Field
          name="durationMinutes"
          label="Minutes"
          type="number"
          min={5}
          max={600}
          required
          defaultValue={values.durationMinutes ?? 90}
        />
        <TimeZoneField defaultValue={values.timeZone} />
      </div>
      <Field name="location" label="Place or link" maxLength={300} defaultValue={values.location} />
    </>
  );
}
