import type { ComponentProps } from 'react';

/** Why a form was not taken, above its fields; nothing where there is nothing to say. */
export function FormAlert({ children, ...props }: ComponentProps<'p'>) {
  if (!children) return null;
  return (
    <p
      role="alert"
      className="mb-4 rounded-md border border-danger bg-raised px-3 py-2 text-sm text-danger"
      {...props}
    >
      {children}
    </p>
  );
}
