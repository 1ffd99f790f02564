import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { kindSlug } from '@/features/wiki/kinds';
import { listTemplates } from '@/features/wiki/templates/queries';
import { LastWorded } from '@/features/wiki/templates/ui/last-worded';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Templates' };

export default async function TemplatesPage() {
  const context = await requestContext();
  const templates = await listTemplates(context);
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Templates"
        lead="What a page of each kind is asked. Whoever writes one is offered these sections; leads of guilds word them."
      />
      <ul className="max-w-3xl divide-y divide-line">
        {templates.map(({ kind, label, markdown, last }) => (
          <li key={kind} className="py-3.5">
            <Link
              href={`/wiki-templates/${kindSlug(kind)}`}
              className="font-serif text-lg font-semibold hover:underline"
            >
              {label}
            </Link>
            <p className="text-muted">{sectionsOf(markdown).join(' · ')}</p>
            <p className="mt-0.5 text-sm text-muted">
              <LastWorded wording={last} now={context.now} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const sectionsOf = (markdown: string) =>
  [...markdown.matchAll(/^## +(.+?) *$/gm)].map(([, heading = '']) => heading);
