'use client';

import { usePathname } from 'next/navigation';
import { spaceHref } from '@/features/wiki/addresses';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { addressOf } from '@/ui/pagination';
import { addressIn } from '../../address';

/**
 * A page that nobody has written: what is missing, and the ways on. It asks nothing of the server,
 * because Next readies it with every page that is there, too.
 */
export default function NoSuchPage() {
  const [, space = '', ...segments] = usePathname().split('/').filter(Boolean);
  const { spaceSlug, path } = addressIn({ space, path: segments });
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
