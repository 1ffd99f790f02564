import { Field } from '@/ui/form/field';

const zones = Intl.supportedValuesOf('timeZone');

/** A time zone by its name, offered while one types. */
export function TimeZoneField({
  defaultValue,
  label = 'Time zone',
  isOptional = false,
}: {
  defaultValue?: string;
  label?: string;
  isOptional?: boolean;
}) {
  return (
    <>
      <Field
        name="timeZone"
        label={label}
        hint="Such as Europe/Lisbon."
        list="time-zones"
        required={!isOptional}
        defaultValue={defaultValue}
        autoComplete="off"
      />
      <datalist id="time-zones">
        {['UTC', ...zones].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
