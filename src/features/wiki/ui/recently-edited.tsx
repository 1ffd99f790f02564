import { dayOf } from '@/foundation/days';
import { Day } from '@/ui/time';
import { pageHref } from '../addresses';
import { FreshnessMark } from '../reviews/ui/freshness-mark';
import type { listRecentlyEdited } from '../shelves/queries';

type RecentPage = Awaited<ReturnType<typeof listRecentlyEdited>>[number];

export function RecentlyEdited({ pages, now }: { pages: readonly RecentPage[]; now: Date }) {
  return (
    <ul className="space-y-3 text-[0.9375rem]">
      {pages.map((page) => (
        <li key={page.id}>
          <a href={pageHref(page)} className="font-medium hover:underline">
            {page.title}
          </a>
          <p className="text-sm text-muted">
            {page.spaceName} · <Day day={dayOf(page.editedAt)} today={dayOf(now)} />
            {page.author && `, ${page.author}`} · <FreshnessMark freshness={page.freshness} />
          </p>
        </li>
      ))}
    </ul>
  );
}
