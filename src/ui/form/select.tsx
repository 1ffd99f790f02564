'use client';

import type { ComponentProps } from 'react';
import { ControlFrame, controlClasses, type Labelled, useControl } from './control';

type SelectProps = Labelled &
  Omit<ComponentProps<'select'>, 'children'> & {
    options: readonly { value: string; label: string }[];
    /** A first choice that stands for nothing chosen. */
    emptyLabel?: string;
  };

/** One choice of a list. */
export function Select({
  name,
  label,
  hint,
  options,
  emptyLabel,
  defaultValue,
  ...props
}: SelectProps) {
  const { id, key, value, error, describedBy } = useControl({ name, label, hint }, defaultValue);
  return (
    <ControlFrame label={label} hint={hint} error={error} id={id}>
      <select
        key={key}
        id={id}
        name={name}
        defaultValue={value as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={controlClasses}
        {...props}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </ControlFrame>
  );
}
