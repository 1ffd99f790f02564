import type { ReactNode } from 'react';
import { Link } from './link';

type Crumb = { href: string; label: string };

type PageHeaderProps = {
  title: ReactNode;
  /** The way down to this page, outermost first. */
  crumbs?: Crumb[];
  /** A quiet line above the title: what kind of thing this is. */
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page: where it is, what it is, and what can be done with it. */
export function PageHeader({ title, crumbs, kicker, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-8">
      {crumbs && crumbs.length > 0 && (
        <nav aria-label="Breadcrumb" className="no-print mb-3 text-sm text-muted">
          <ol className="flex flex-wrap items-center gap-x-1.5">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-1.5">
                <Link
                  href={crumb.href}
                  className="inline-block py-0.5 hover:text-ink hover:underline"
                >
                  {crumb.label}
                </Link>
                <span aria-hidden>/</span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          {kicker && <p className="mb-1 text-sm text-muted">{kicker}</p>}
          <h1 className="break-words">{title}</h1>
          {lead && <p className="mt-2 max-w-[70ch] text-[1.0625rem] text-muted">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </header>
  );
}
