import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { followPageAction, unfollowPageAction } from '../actions';
import type { PageTalk as Talk } from '../queries';
import { Composer } from './composer';
import { Thread } from './thread';

type PageTalkProps = {
  talk: Talk;
  page: { id: string; revisionId: string; archivedAt: Date | null };
  pageHref: string;
  commentsHref: string;
  timeZone: string;
};

/** Under an article: what readers say about its passages, and a place to say more. */
export function PageTalk({ talk, page, pageHref, commentsHref, timeZone }: PageTalkProps) {
  const { threads, resolved, hasMore, isFollowed } = talk;
  if (page.archivedAt && threads.length === 0) return null;
  return (
    <section id="comments" aria-labelledby="comments-title" className="mt-12 max-w-[37.5rem]">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="comments-title" className="text-base">
          Comments
        </h2>
        <ActionForm
          action={isFollowed ? unfollowPageAction : followPageAction}
          className="no-print"
        >
          <input type="hidden" name="pageId" value={page.id} />
          <SubmitButton look="quiet" size="small">
            {isFollowed ? 'Stop following this page' : 'Follow this page'}
          </SubmitButton>
        </ActionForm>
      </div>
      {threads.length > 0 && (
        <ul>
          {threads.map((thread) => (
            <Thread key={thread.id} thread={thread} pageHref={pageHref} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {(resolved > 0 || hasMore) && (
        <p className="mb-4 text-sm">
          <a href={commentsHref} className="link">
            {hasMore
              ? 'All comments'
              : resolved === 1
                ? 'One resolved thread'
                : `${resolved} resolved threads`}
          </a>
        </p>
      )}
      {!page.archivedAt && (
        <Composer
          pageId={page.id}
          writeHref={`${commentsHref}#write`}
          places={threads.flatMap(({ place }) => (place ? [place] : []))}
        />
      )}
    </section>
  );
}
