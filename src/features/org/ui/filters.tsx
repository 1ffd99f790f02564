import type { ComponentProps } from 'react';

const controlClasses =
  'h-9 rounded-md border border-line-strong bg-raised px-2.5 text-base sm:text-sm';

/** A field of a form that narrows a list down: compact, and without the memory of a form that posts. */
export function FilterField({
  name,
  label,
  type = 'text',
  ...props
}: { name: string; label: string } & ComponentProps<'input'>) {
  return (
    <label className="block text-sm">
      <span className="mb-0.5 block text-muted">{label}</span>
      <input name={name} type={type} className={`${controlClasses} w-full sm:w-36`} {...props} />
    </label>
  );
}

type FilterSelectProps = {
  name: string;
  label: string;
  emptyLabel: string;
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
};

export function FilterSelect({
  name,
  label,
  emptyLabel,
  options,
  defaultValue,
}: FilterSelectProps) {
  return (
    <label className="block text-sm">
      <span className="mb-0.5 block text-muted">{label}</span>
      <select
        key={defaultValue}
        name={name}
        defaultValue={defaultValue ?? ''}
        className={`${controlClasses} w-full sm:w-auto sm:max-w-44`}
      >
        <option value="">{emptyLabel}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
