'use client';

import type { ReactNode } from 'react';
import { Hint, type Labelled, Problem, useControl } from './control';

type ChoicesProps = Labelled & {
  options: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string;
};

/** One choice of a few, all of them in sight. */
export function Choices({ name, label, hint, options, defaultValue }: ChoicesProps) {
  const { id, key, value, error, describedBy } = useControl({ name, label, hint }, defaultValue);
  return (
    <fieldset className="mb-4" aria-describedby={describedBy}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <Hint id={id} className="mb-1">
        {hint}
      </Hint>
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2.5 py-1 text-[0.9375rem]">
          <input
            key={key}
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={value === option.value}
            className="mt-1 size-4 shrink-0 accent-(--accent)"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
      <Problem id={id}>{error}</Problem>
    </fieldset>
  );
}
