'use client';

import type { ComponentProps } from 'react';
import { Hint, type Labelled, Problem, useControl } from './control';

/** A yes-or-no mark; sends "on" when set. */
export function Checkbox({
  name,
  label,
  hint,
  defaultChecked,
  ...props
}: Labelled & ComponentProps<'input'>) {
  const { id, key, value, error, describedBy } = useControl(
    { name, label, hint },
    defaultChecked ? 'on' : undefined,
  );
  return (
    <div className="mb-4">
      <div className="flex items-start gap-2.5">
        <input
          key={key}
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={value === 'on'}
          aria-describedby={describedBy}
          className="mt-1 size-4 accent-(--accent)"
          {...props}
        />
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
      </div>
      <Hint id={id} className="ml-6.5">
        {hint}
      </Hint>
      <Problem id={id} className="ml-6.5">
        {error}
      </Problem>
    </div>
  );
}
