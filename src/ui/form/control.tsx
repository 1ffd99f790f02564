'use client';

import { type ReactNode, useId } from 'react';
import { useField } from './state';

export type Labelled = { name: string; label: ReactNode; hint?: ReactNode };

export const controlClasses =
  'w-full rounded-md border border-line-strong bg-raised px-3 py-1.5 text-base sm:text-[0.9375rem] aria-invalid:border-danger';

/** What every control of a form has in common: its number, its value, and what describes it. */
export function useControl({ name, hint }: Labelled, initial: unknown) {
  const id = useId();
  const { error, value, key } = useField(name, initial);
  const describedBy =
    [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return { id, key, value, error, describedBy };
}

type FrameProps = { label: ReactNode; hint?: ReactNode; error?: string; id: string };

/** A label above its control, with a hint before it and what was wrong with it below. */
export function ControlFrame({
  label,
  hint,
  error,
  id,
  children,
}: FrameProps & { children: ReactNode }) {
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <Hint id={id} className="mb-1">
        {hint}
      </Hint>
      {children}
      <Problem id={id}>{error}</Problem>
    </div>
  );
}

type AsideProps = { id: string; className?: string; children: ReactNode };

export function Hint({ id, className = '', children }: AsideProps) {
  return (
    children && (
      <p id={`${id}-hint`} className={`text-sm text-muted ${className}`}>
        {children}
      </p>
    )
  );
}

export function Problem({ id, className = '', children }: AsideProps) {
  return (
    children && (
      <p id={`${id}-error`} className={`mt-1 text-sm text-danger ${className}`}>
        {children}
      </p>
    )
  );
}
