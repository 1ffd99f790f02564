import { headers } from 'next/headers';
import { requestContext } from '@/features/identity/queries';
import { REQUESTED_PATH } from '@/features/identity/return-address';
import { spaceHref } from '@/features/wiki/addresses';
import { getSpace } from '@/features/wiki/shelves/queries';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { addressOf } from '@/ui/pagination';
import { addressIn } from '../../address';

/** A page that nobody has written: what is missing, and the two ways on. */
export default async function NoSuchPage() {
  const requested = (await headers()).get(REQUESTED_PATH) ?? '';
  const [, space = '', ...segments] = requested.split('?')[0]?.split('/').filter(Boolean) ?? [];
  const { spaceSlug, path } = addressIn({ space, path: segments });
  const found = await getSpace(await requestContext(), spaceSlug);
  const name = path ? titleOfFolder(path) : 'this page';

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          ...(found ? [{ href: spaceHref(spaceSlug), label: found.name }] : []),
        ]}
        title="Nobody has written this page yet"
        lead={
          found
            ? `There is no page at “${path}” in ${found.name}. It may stand elsewhere under another name.`
            : `There is no space called “${spaceSlug}”.`
        }
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={addressOf('/search', { q: name })} look="primary">
          Search for “{name}”
        </ButtonLink>
        {found?.canAddPage && (
          <ButtonLink href={addressOf('/wiki-new', { space: spaceSlug, path })}>
            Write this page
          </ButtonLink>
        )}
        <ButtonLink href={found ? spaceHref(spaceSlug) : '/wiki'}>
          {found ? `Browse ${found.name}` : 'Browse the wiki'}
        </ButtonLink>
      </div>
    </>
  );
}
