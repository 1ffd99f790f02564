'use client';

import { ButtonLink } from '@/ui/button';

/** A client component, because Next readies it with every page: as a reference it weighs nothing. */
export default function NotFoundOutside() {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <h1 className="mb-2">There is nothing at this address</h1>
      <p className="mb-5 text-muted">It may have been moved or never written.</p>
      <ButtonLink href="/">Go to Today</ButtonLink>
    </main>
  );
}
