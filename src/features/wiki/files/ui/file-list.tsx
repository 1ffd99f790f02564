import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { Instant } from '@/ui/time';
import { pageHref } from '../../addresses';
import { fileHref, markdownFor } from '../names';
import type { ListedFile } from '../queries';
import { sizeText } from './size';

/** Files with what to write into a page to show them. */
export function FileList({
  files,
  spaceSlug,
  withPages,
  timeZone,
}: {
  files: ListedFile[];
  spaceSlug: string;
  withPages: boolean;
  timeZone: string;
}) {
  return (
    <Table
      caption="Files"
      head={['File', 'Size', 'Added', ...(withPages ? ['Page'] : []), 'In a page, write']}
    >
      {files.map((file) => (
        <tr key={file.id}>
          <td>
            <a href={fileHref(file)} className="link break-all">
              {file.name}
            </a>
            {!file.isUsed && <span className="block text-sm text-muted">In no revision yet</span>}
          </td>
          <td className="whitespace-nowrap">{sizeText(file.size)}</td>
          <td>
            <Instant at={file.createdAt} timeZone={timeZone} dated />
            {file.uploader && (
              <span className="block text-sm text-muted">{file.uploader.name}</span>
            )}
          </td>
          {withPages && (
            <td>
              {file.page ? (
                <Link href={pageHref({ spaceSlug, path: file.page.path })} className="link">
                  {file.page.title}
                </Link>
              ) : (
                'The space'
              )}
            </td>
          )}
          <td>
            <code className="block min-w-56 select-all break-all text-xs">{markdownFor(file)}</code>
          </td>
        </tr>
      ))}
    </Table>
  );
}
