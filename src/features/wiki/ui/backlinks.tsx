import type { Page } from '@/foundation/pagination';
import { Pagination } from '@/ui/pagination';

type Backlink = { href: string; title: string; spaceName: string };

/** Pages that lead here. */
export function Backlinks({
  backlinks: { items, nextCursor },
  basePath,
  isFirst,
  spaceName,
}: {
  backlinks: Page<Backlink>;
  basePath: string;
  isFirst: boolean;
  spaceName: string;
}) {
  if (items.length === 0 && isFirst) return null;
  return (
    <section aria-labelledby="linked-from" className="no-print mt-10 max-w-[37.5rem]">
      <h2 id="linked-from" className="mb-2 text-base">
        Linked from
      </h2>
      <ul className="columns-1 gap-x-8 text-sm sm:columns-2">
        {items.map((page) => (
          <li key={page.href} className="mb-1 break-inside-avoid">
            <a href={page.href} className="link">
              {page.title}
            </a>
            {page.spaceName !== spaceName && (
              <span className="text-muted"> in {page.spaceName}</span>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        basePath={basePath}
        nextCursor={nextCursor}
        isFirst={isFirst}
        label="Show more pages that link here"
      />
    </section>
  );
}
