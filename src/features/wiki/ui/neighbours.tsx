import { ArrowLeft, ArrowRight } from 'lucide-react';
import { pageHref } from '../addresses';
import type { WikiPage } from '../queries';

/** The pages before and after this one on its shelf. */
export function Neighbours({ page: { spaceSlug, previous, next } }: { page: WikiPage }) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label="Pages before and after"
      className="no-print mt-14 grid max-w-[37.5rem] gap-4 border-t border-line pt-5 text-sm sm:grid-cols-2"
    >
      {previous ? (
        <a href={pageHref({ spaceSlug, path: previous.path })} className="group flex gap-2">
          <ArrowLeft aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span>
            <span className="block text-muted">Before</span>
            <span className="font-medium group-hover:underline">{previous.title}</span>
          </span>
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a
          href={pageHref({ spaceSlug, path: next.path })}
          className="group flex gap-2 sm:justify-end sm:text-right"
        >
          <span>
            <span className="block text-muted">Next</span>
            <span className="font-medium group-hover:underline">{next.title}</span>
          </span>
          <ArrowRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-muted max-sm:order-first"
          />
        </a>
      )}
    </nav>
  );
}
