import { notFound } from 'next/navigation';
import { restoreRevisionAction } from '@/features/wiki/actions';
import { getRevision } from '@/features/wiki/history/queries';
import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Notice } from '@/ui/notice';
import { Instant } from '@/ui/time';
import type { HistoryProps } from './view';

/** A page as it was read at some time, and the way back to it. */
export async function EarlierRevision({
  context,
  page,
  address,
  number,
}: HistoryProps & { number: number }) {
  const revision = await getRevision(context, page.id, number);
  if (!revision) notFound();
  const isCurrent = number === page.currentNumber;
  return (
    <>
      <Notice>
        {isCurrent ? 'This is how the page reads now. ' : 'The page has changed since. '}
        Saved <Instant at={revision.createdAt} timeZone={context.actor.timeZone} />
        {revision.author && ` by ${revision.author.name}`}
        {revision.changeSummary && `: ${revision.changeSummary}`}.
      </Notice>
      {!isCurrent && (
        <div className="no-print mb-8 flex flex-wrap items-start gap-2">
          {page.canEdit && (
            <ActionForm action={restoreRevisionAction}>
              <input type="hidden" name="pageId" value={page.id} />
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="baseNumber" value={page.currentNumber} />
              <SubmitButton>Make this the current text</SubmitButton>
            </ActionForm>
          )}
          <ButtonLink href={`${address.historyHref}?from=${number}&to=${page.currentNumber}`}>
            Compare with the current text
          </ButtonLink>
        </div>
      )}
      <h2 className="mb-4 text-2xl">{revision.title}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own sanitiser wrote it */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: revision.html }} />
    </>
  );
}
