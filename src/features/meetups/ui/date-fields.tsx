import { Field } from '@/ui/form/field';

type Props = {
  dayName: 'heldOn' | 'movesTo';
  dayLabel: string;
  values: { day?: string; localTime: string; minutes: number };
};

/** The day, hour and length of one date. */
export function DateFields({ dayName, dayLabel, values }: Props) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-3">
      <Field name={dayName} label={dayLabel} type="date" required defaultValue={values.day} />
      <Field
        name="localTime"
        label="Begins at"
        type="time"
        required
        defaultValue={values.localTime}
      />
      <Field
        name="durationMinutes"
        label="Minutes"
        type="number"
        min={5}
        max={600}
        required
        defaultValue={values.minutes}
      />
    </div>
  );
}
