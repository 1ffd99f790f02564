'use client';

import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

/** A client component, because Next readies it with every page: as a reference it weighs nothing. */
export default function PageNotFound() {
  return (
    <>
      <PageHeader
        title="There is nothing at this address"
        lead="It may have been moved or never written. Search for it above, or start from one of these."
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/">Today</ButtonLink>
        <ButtonLink href="/wiki">Browse the wiki</ButtonLink>
        <ButtonLink href="/people">Find a person</ButtonLink>
      </div>
    </>
  );
}
