import type { Context } from '@/foundation/context';
import { newlyNamed } from '../mentions/newly-named';
import type { RevisionToSave, RevisionToStore } from '../storing/commands';
import type { PageToChange } from './queries';

type NextText = Pick<RevisionToStore, 'title' | 'markdown' | 'rendered' | 'changeSummary'>;

/** A page's next revision, with what the trail and its followers are told of it. */
export function nextRevision(
  ctx: Context,
  page: PageToChange,
  text: NextText,
  onBehalf?: { authorId: string | null },
): RevisionToSave {
  const { id: pageId, isDraft, revisionId: baseId } = page;
  const number = page.number + 1;
  const { personId } = ctx.actor;
  const author = onBehalf
    ? { authorId: onBehalf.authorId, acceptedById: personId }
    : { authorId: personId };
  const audit = { action: 'page.revised', subjectKind: 'page', subjectId: pageId };
  return {
    baseId,
    revision: { ...text, ...author, pageId, number, createdAt: ctx.now, isImported: false },
    audits: [
      // The trail is read by others than those who see a draft.
      isDraft
        ? { ...audit, after: { revision: number } }
        : {
            ...audit,
            before: { title: page.title, revision: page.number },
            after: { title: text.title, revision: number },
            reason: text.changeSummary || undefined,
          },
    ],
    facts: isDraft
      ? []
      : [
          ...newlyNamed(ctx.actor, page, text.rendered.mentions),
          { name: 'page.revised', payload: { pageId } },
        ],
  };
}
