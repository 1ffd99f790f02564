import { pageHref } from '../../addresses';
import { pageKindName } from '../../kinds';
import { FreshnessMark } from '../../reviews/ui/freshness-mark';
import type { FoundPage } from '../queries';

/** Pages that were found by what they are, each with what tells it from the next. */
export function PageList({
  pages,
  withSpace,
}: {
  pages: readonly FoundPage[];
  /** Pages of several spaces: each says which it lies in. */
  withSpace: boolean;
}) {
  return (
    <ul className="divide-y divide-line">
      {pages.map((page) => (
        <li key={page.id} className="py-3 first:pt-0">
          <a href={pageHref(page)} className="font-medium hover:underline">
            {page.title}
          </a>
          {page.summary && (
            <p className="line-clamp-2 max-w-[65ch] text-sm text-muted">{page.summary}</p>
          )}
          <p className="mt-0.5 text-sm text-muted">
            {withSpace && `${page.spaceName} · `}
            {pageKindName(page.kind)} · {page.keeper} · <FreshnessMark freshness={page.freshness} />
          </p>
        </li>
      ))}
    </ul>
  );
}
