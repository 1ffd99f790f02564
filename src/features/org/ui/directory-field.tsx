'use client';

import { useId } from 'react';
import { useField } from '@/ui/form/state';
import { DirectoryBox } from './directory-box';

type DirectoryFieldProps = {
  name: string;
  label: string;
  hint?: string;
  only: string;
  defaultValue?: string;
  isOptional?: boolean;
};

/** A field of a form that takes a handle or a slug, and offers them by name while one types. */
export function DirectoryField({
  name,
  label,
  hint,
  only,
  defaultValue,
  isOptional = false,
}: DirectoryFieldProps) {
  const id = useId();
  const { error, value, key } = useField(name, defaultValue);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <DirectoryBox
        key={key}
        id={id}
        name={name}
        only={only}
        required={!isOptional}
        initialText={typeof value === 'string' ? value : ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        textOf={(hit) => hit.key}
        onChoose={() => {}}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
