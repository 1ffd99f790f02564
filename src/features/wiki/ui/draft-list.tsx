import { dayOf } from '@/foundation/days';
import { Day } from '@/ui/time';
import { pageHref } from '../addresses';
import type { MyDraft } from '../drafts/queries';

/** What the reader has begun and not published. */
export function DraftList({ drafts, now }: { drafts: readonly MyDraft[]; now: Date }) {
  return (
    <ul className="space-y-3 text-[0.9375rem]">
      {drafts.map((draft) => (
        <li key={draft.id}>
          <a href={pageHref(draft)} className="font-medium hover:underline">
            {draft.title}
          </a>
          <p className="text-sm text-muted">
            {draft.spaceName}
            {draft.author && `, begun by ${draft.author}`} ·{' '}
            <Day day={dayOf(draft.editedAt)} today={dayOf(now)} />
            {draft.isArchived && ' · in the archive'}
          </p>
        </li>
      ))}
    </ul>
  );
}
