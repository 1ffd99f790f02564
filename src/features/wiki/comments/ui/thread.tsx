import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { Instant } from '@/ui/time';
import {
  deleteCommentAction,
  editCommentAction,
  reopenThreadAction,
  replyAction,
  resolveThreadAction,
} from '../actions';
import type { PassageThread } from '../queries';
import { CommentBody } from './comment-body';

type ThreadProps = { thread: PassageThread; pageHref: string; timeZone: string };

/** A conversation on a passage, under the words that it is on. */
export function Thread({ thread, pageHref, timeZone }: ThreadProps) {
  const { id, comments, resolvedBy, canResolve } = thread;
  return (
    <li id={`thread-${id}`} className="scroll-mt-20 border-t border-line py-5">
      <Quoted thread={thread} pageHref={pageHref} />
      <ol className="space-y-3">
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} timeZone={timeZone} />
        ))}
      </ol>
      {resolvedBy && <p className="mt-3 text-sm text-muted">Resolved by {resolvedBy}.</p>}
      <div className="no-print mt-3 flex flex-wrap items-start gap-x-4 gap-y-2 text-sm">
        <details className="min-w-0 max-w-full flex-1 basis-64">
          <summary className="text-accent">Reply{resolvedBy && ', which opens it again'}</summary>
          <ActionForm action={replyAction} className="mt-2">
            <input type="hidden" name="threadId" value={id} />
            <TextArea name="body" label="Your reply" rows={3} />
            <SubmitButton size="small">Reply</SubmitButton>
          </ActionForm>
        </details>
        {canResolve && (
          <ActionForm action={resolvedBy ? reopenThreadAction : resolveThreadAction}>
            <input type="hidden" name="threadId" value={id} />
            <SubmitButton look="secondary" size="small">
              {resolvedBy ? 'Open again' : 'Resolve'}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </li>
  );
}

function Quoted({ thread: { quote, isGone, sectionId }, pageHref }: Omit<ThreadProps, 'timeZone'>) {
  if (!quote) return <p className="mb-2 text-sm text-muted">On the page as a whole</p>;
  return (
    <>
      {isGone && <p className="mb-1 text-sm text-muted">On a passage that was removed:</p>}
      <blockquote className="mb-3 border-l-2 border-line-strong pl-3 text-[0.9375rem] text-muted">
        {isGone ? (
          quote
        ) : (
          <a href={`${pageHref}#${passageFragment(quote, sectionId)}`} className="hover:underline">
            {quote}
          </a>
        )}
      </blockquote>
    </>
  );
}

const FRAGMENT_WORDS = 6;

/** Leads to the words themselves where the browser can, otherwise to their section. */
function passageFragment(quote: string, sectionId: string | null): string {
  const [line = ''] = quote.trim().split('\n');
  const words = line.split(/\s+/).slice(0, FRAGMENT_WORDS).join(' ');
  const encoded = encodeURIComponent(words).replaceAll('-', '%2D');
  return `${sectionId ? encodeURIComponent(sectionId) : ''}:~:text=${encoded}`;
}

type CommentProps = { comment: PassageThread['comments'][number]; timeZone: string };

function Comment({ comment, timeZone }: CommentProps) {
  const { id, author, body, mentions, createdAt, isEdited, isDeleted } = comment;
  return (
    <li>
      <p className="text-sm text-muted">
        {author ? (
          <a href={`/people/${author.handle}`} className="font-medium text-ink hover:underline">
            {author.name}
          </a>
        ) : (
          'Somebody who left'
        )}
        {', '}
        <Instant at={createdAt} timeZone={timeZone} dated />
        {isEdited && !isDeleted && ', edited'}
      </p>
      {isDeleted ? (
        <p className="text-sm text-muted">This comment was deleted.</p>
      ) : (
        <CommentBody body={body} mentions={mentions} />
      )}
      {(comment.canEdit || comment.canDelete) && (
        <details className="no-print text-sm">
          <summary className="text-muted">{comment.canEdit ? 'Edit or delete' : 'Delete'}</summary>
          {comment.canEdit && (
            <ActionForm action={editCommentAction} className="mt-2">
              <input type="hidden" name="commentId" value={id} />
              <TextArea name="body" label="Your comment" rows={3} defaultValue={body} />
              <SubmitButton size="small">Save this comment</SubmitButton>
            </ActionForm>
          )}
          {comment.canDelete && (
            <ActionForm action={deleteCommentAction} className="mt-2">
              <input type="hidden" name="commentId" value={id} />
              <SubmitButton look="danger" size="small">
                Delete this comment
              </SubmitButton>
            </ActionForm>
          )}
        </details>
      )}
    </li>
  );
}
