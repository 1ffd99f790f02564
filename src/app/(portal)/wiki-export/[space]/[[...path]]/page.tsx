import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { exportHref, pageHref, spaceHref } from '@/features/wiki/addresses';
import { getFilePlace } from '@/features/wiki/files/queries';
import { getMirror } from '@/features/wiki/mirroring/queries';
import { MirrorSection } from '@/features/wiki/mirroring/ui/mirror-section';
import { buttonClasses } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { decoded } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = {
  params: Promise<{ space: string; path?: string[] }>;
  searchParams: Promise<{ after?: string }>;
};

export const metadata: Metadata = { title: 'Export' };

export default async function ExportPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const { space, path = [] } = await params;
  const spaceSlug = decoded(space);
  const address = { spaceSlug, path: path.map(decoded).join('/') };
  const place = await getFilePlace(context, address);
  if (!place) await followMove(address, '/wiki-export');
  if (!place) notFound();
  const { page } = place;
  const mirror = page ? null : await getMirror(context, place.spaceId, (await searchParams).after);
  const download = (address: string) => address.replace('/wiki-export/', '/api/wiki/export/');

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(spaceSlug), label: place.spaceName },
          ...(page ? [{ href: pageHref({ spaceSlug, path: page.path }), label: page.title }] : []),
        ]}
        title={page ? `Export “${page.title}”` : 'Export this space'}
      />
      {page && (
        <Section title="This page">
          <ul className="max-w-2xl space-y-4">
            <Way
              href={download(exportHref({ spaceSlug, path: page.path }))}
              label="Save as Markdown"
            >
              The text as it is stored, with its title, kind and keepers at the head.
            </Way>
            <Way
              href={`${download(exportHref({ spaceSlug, path: page.path }))}?as=html`}
              label="Save as HTML"
            >
              One file with its pictures in it, to be read anywhere.
            </Way>
          </ul>
          <p className="mt-4 max-w-[65ch] text-muted">
            On paper or as PDF: open the page and print it. The menus stay behind.
          </p>
        </Section>
      )}
      <Section title="The whole space">
        <ul className="max-w-2xl">
          <Way href={download(exportHref({ spaceSlug }))} label="Save the space as a ZIP file">
            Every page as Markdown and every file that the pages show. Imported again, it is the
            same.
          </Way>
        </ul>
      </Section>
      {mirror && <MirrorSection mirror={mirror} timeZone={context.actor.timeZone} />}
    </>
  );
}

function Way({ href, label, children }: { href: string; label: string; children: string }) {
  return (
    <li>
      <a href={href} download className={buttonClasses({ look: 'secondary' })}>
        {label}
      </a>
      <p className="mt-1 text-sm text-muted">{children}</p>
    </li>
  );
}
