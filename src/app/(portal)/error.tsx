'use client';

import { Button } from '@/ui/button';

export default function PortalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div role="alert">
      <h1 className="mb-2">This page could not be shown</h1>
      <p className="mb-5 max-w-[60ch] text-muted">
        Something failed on our side; nothing you have saved is lost. Try again, and if it stays so,
        tell an administrator{error.digest ? ` and mention “${error.digest}”` : ''}.
      </p>
      <Button look="primary" onClick={reset}>
        Try again
      </Button>
    </div>
  );
}
