'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '../button';

/** The button that sends the form around it; says that it is working while it is. */
export function SubmitButton({
  look = 'primary',
  children,
  ...props
}: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" look={look} aria-disabled={pending || undefined} {...props}>
      {children}
      {pending && <span className="sr-only">(sending)</span>}
      {pending && (
        <span
          aria-hidden
          className="size-3.5 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
    </Button>
  );
}
