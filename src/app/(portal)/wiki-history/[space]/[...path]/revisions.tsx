import { listChangesAround } from '@/features/wiki/history/around/queries';
import { listRevisions } from '@/features/wiki/history/queries';
import { ChangesAround } from '@/features/wiki/ui/changes-around';
import { RevisionList } from '@/features/wiki/ui/revision-list';
import { Link } from '@/ui/link';
import { Pagination } from '@/ui/pagination';
import type { HistoryProps } from './view';

export async function Revisions({
  context,
  page,
  address,
  after,
}: HistoryProps & { after?: string }) {
  const [{ items, nextCursor }, changes] = await Promise.all([
    listRevisions(context, page.id, after),
    after ? [] : listChangesAround(context, page.id),
  ]);
  return (
    <>
      <p className="no-print mb-4 text-sm">
        <Link href={`${address.historyHref}?view=blame`} className="link">
          Who wrote what, paragraph by paragraph
        </Link>
      </p>
      <RevisionList
        revisions={items}
        currentNumber={page.currentNumber}
        basePath={address.historyHref}
        timeZone={context.actor.timeZone}
      />
      <Pagination
        basePath={address.historyHref}
        nextCursor={nextCursor}
        isFirst={!after}
        label="Show earlier revisions"
      />
      <ChangesAround changes={changes} timeZone={context.actor.timeZone} />
    </>
  );
}
