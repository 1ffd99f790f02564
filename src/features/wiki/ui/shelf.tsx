import { Folder } from 'lucide-react';
import { folderHref, pageHref } from '../addresses';
import { FreshnessMark } from '../reviews/ui/freshness-mark';
import type { Branch } from '../shelves/tree';

type ShelfProps = {
  spaceSlug: string;
  branches: readonly (Branch & { pageCount?: number })[];
  depth?: number;
};

const UNFOLDED_DEPTH = 2;

/** Pages and folders as a list that unfolds. */
export function Shelf({ spaceSlug, branches, depth = 0 }: ShelfProps) {
  return (
    <ul className="wiki-shelf">
      {branches.map((branch) => (
        <li key={`${branch.path}${branch.isPage ? '' : '/'}`}>
          <BranchTitle spaceSlug={spaceSlug} branch={branch} />
          {branch.branches.length > 0 && (
            <details open={depth < UNFOLDED_DEPTH}>
              <summary className="min-h-6 py-0.5 text-sm text-muted">
                {branch.branches.length} beneath
                <span className="sr-only"> {branch.title}</span>
              </summary>
              <Shelf spaceSlug={spaceSlug} branches={branch.branches} depth={depth + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function BranchTitle({
  spaceSlug,
  branch: { path, title, isPage, pageCount, freshness },
}: {
  spaceSlug: string;
  branch: Branch & { pageCount?: number };
}) {
  return (
    <>
      <a
        href={
          pageCount === undefined ? pageHref({ spaceSlug, path }) : folderHref({ spaceSlug, path })
        }
      >
        {!isPage && <Folder aria-hidden className="mr-1.5 inline size-4 text-muted" />}
        {title}
        {pageCount !== undefined && (
          <span className="text-sm text-muted">
            {' '}
            {pageCount} {pageCount === 1 ? 'page' : 'pages'}
          </span>
        )}
      </a>
      {freshness && (
        <>
          {' '}
          <FreshnessMark freshness={freshness} />
        </>
      )}
    </>
  );
}
