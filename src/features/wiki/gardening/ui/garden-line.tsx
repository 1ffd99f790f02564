import type { ReactNode } from 'react';
import { Link } from '@/ui/link';
import { pageHref } from '../../addresses';
import type { GardenPage } from '../queries';

/** One line of a report: the page, what is the matter, and what can be done. */
export function GardenLine({
  page,
  children,
  action,
}: {
  page: GardenPage;
  children?: ReactNode;
  action: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3 first:pt-0 last:border-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-serif text-[1.075rem] font-semibold leading-snug">
          <Link href={pageHref(page)} className="link">
            {page.title}
          </Link>
        </p>
        <div className="max-w-[68ch] break-words text-sm text-muted">
          {page.spaceName}
          {children}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">{action}</div>
    </li>
  );
}
