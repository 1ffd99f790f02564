'use client';

import { usePathname } from 'next/navigation';
import { spaceHref } from '@/features/wiki/addresses';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { addressOf } from '@/ui/pagination';
import { addressIn } from './(portal)/wiki/address';

/**
 * What is said of an address with nothing behind it. Next readies this with every page that is
 * there, so it asks nothing of the server, and is one client component for the whole portal: a
 * reference weighs nothing, and a second one would be a request more.
 */
export function Missing() {
  const [place, space, ...path] = usePathname().split('/').filter(Boolean);
  return place === 'wiki' && space && path.length > 0 ? (
    <UnwrittenPage {...addressIn({ space, path })} />
  ) : (
    <NothingHere />
  );
}

function NothingHere() {
  return (
    <>
      <PageHeader
        title="There is nothing at this address"
        lead="It may have been moved or never written. Search for it, or start from one of these."
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/">Today</ButtonLink>
        <ButtonLink href="/wiki">Browse the wiki</ButtonLink>
        <ButtonLink href="/people">Find a person</ButtonLink>
      </div>
    </>
  );
}

/** A page that nobody has written: what is missing, and the ways on. */
function UnwrittenPage({ spaceSlug, path }: { spaceSlug: string; path: string }) {
  const name = titleOfFolder(path);
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Nobody has written this page yet"
        lead={`There is no page at “${path}” in the space “${spaceSlug}”. It may stand elsewhere under another name.`}
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={addressOf('/search', { q: name })} look="primary">
          Search for “{name}”
        </ButtonLink>
        <ButtonLink href={addressOf('/wiki-new', { space: spaceSlug, path })}>
          Write this page
        </ButtonLink>
        <ButtonLink href={spaceHref(spaceSlug)}>Browse the space</ButtonLink>
      </div>
    </>
  );
}
