import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { getTechnique, listVersions } from '@/features/techniques/queries';
import { PersonLink } from '@/features/techniques/ui/squad-link';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Instant } from '@/ui/time';

export const metadata: Metadata = { title: 'Versions of a technique' };

type Props = { params: Promise<{ slug: string }> };

export default async function VersionsPage({ params }: Props) {
  const { slug } = await params;
  const context = await requestContext();
  const technique = await getTechnique(context, slug);
  if (!technique) notFound();
  const versions = await listVersions(context, technique.id);
  return (
    <>
      <PageHeader
        title={`Versions of “${technique.title}”`}
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: `/techniques/${slug}`, label: technique.title },
        ]}
        lead="Every edit is a version. None is lost."
      />
      <ol className="divide-y divide-line border-y border-line">
        {versions.map(({ number, at, by, changeSummary }) => (
          <li key={number} className="py-3.5">
            <Link href={`/techniques/${slug}?version=${number}`} className="link font-medium">
              Version {number}
            </Link>
            {number === technique.currentNumber && <span className="text-muted"> (current)</span>}
            {changeSummary && <p className="mt-0.5 max-w-[75ch]">{changeSummary}</p>}
            <p className="mt-0.5 text-sm text-muted">
              <Instant at={at} timeZone={context.actor.timeZone} />
              {by && (
                <>
                  , <PersonLink person={by} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
