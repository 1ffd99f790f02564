'use client';

import type { ComponentProps } from 'react';
import { ControlFrame, controlClasses, type Labelled, useControl } from './control';

/** A one-line text, date or number. */
export function Field({
  name,
  label,
  hint,
  defaultValue,
  ...props
}: Labelled & ComponentProps<'input'>) {
  const { id, key, value, error, describedBy } = useControl({ name, label, hint }, defaultValue);
  return (
    <ControlFrame label={label} hint={hint} error={error} id={id}>
      <input
        key={key}
        id={id}
        name={name}
        defaultValue={value as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={controlClasses}
        {...props}
      />
    </ControlFrame>
  );
}
