import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { importHref } from '@/features/wiki/importing/formats';
import { listImports, listSpacesToFill } from '@/features/wiki/importing/runs/queries';
import { STATE_NAMES } from '@/features/wiki/importing/runs/states';
import { SendForm } from '@/features/wiki/importing/ui/send-form';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { Table } from '@/ui/table';
import { Instant } from '@/ui/time';

type Props = { searchParams: Promise<{ after?: string; refused?: string }> };

export const metadata: Metadata = { title: 'Import pages' };

export default async function WikiImportPage({ searchParams }: Props) {
  const context = await requestContext();
  const { after, refused } = await searchParams;
  const spaces = await listSpacesToFill(context);
  const imports = await listImports(context, after);
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/wiki', label: 'Wiki' }]}
        title="Import pages"
        lead="Bring a folder of Markdown, a Confluence space or a Notion workspace in: first see what it would do, then do it. The same file again changes nothing."
      />
      <Section title="A new file">
        {spaces.length > 0 ? (
          <SendForm spaces={spaces} refused={refused} />
        ) : (
          <EmptyState title="There is no space for you to fill">
            Pages are imported by administrators, and by leads into the spaces of their unit.
          </EmptyState>
        )}
      </Section>
      <Section title="Files so far">
        {imports.items.length === 0 ? (
          <EmptyState title="No file was compared yet">
            Each stays here with what it did, who sent it and when.
          </EmptyState>
        ) : (
          <Table caption="Imports" head={['File', 'Space', 'Sent', 'State']}>
            {imports.items.map(({ id, fileName, space, sentAt, sentBy, state }) => (
              <tr key={id}>
                <td>
                  <Link href={importHref(id)} className="link break-all">
                    {fileName}
                  </Link>
                </td>
                <td>{space.name}</td>
                <td>
                  <Instant at={sentAt} timeZone={context.actor.timeZone} dated />
                  {sentBy && ` by ${sentBy.name}`}
                </td>
                <td>{STATE_NAMES[state]}</td>
              </tr>
            ))}
          </Table>
        )}
        <Pagination basePath="/wiki-import" nextCursor={imports.nextCursor} isFirst={!after} />
      </Section>
    </>
  );
}
