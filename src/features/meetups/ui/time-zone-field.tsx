import { Field } from '@/ui/form/field';

/** A zone by its name; the clock of the meeting follows its daylight-saving time. */
export function TimeZoneField({ defaultValue }: { defaultValue?: string }) {
  return (
    <>
      <Field
        name="timeZone"
        label="Time zone"
        list="time-zones"
        required
        autoComplete="off"
        defaultValue={defaultValue}
      />
      <datalist id="time-zones">
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
