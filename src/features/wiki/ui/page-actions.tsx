import { buttonClasses } from '@/ui/button';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { archivePageAction, publishPageAction, reinstatePageAction } from '../actions';
import type { WikiPage } from '../queries';

/** What the reader may do with a page. */
export function PageActions({
  page,
  editHref,
  proposeHref,
  moveHref,
}: {
  page: WikiPage;
  editHref: string;
  proposeHref: string;
  moveHref: string;
}) {
  if (page.archivedAt) {
    return page.canArchive ? (
      <ActionForm action={reinstatePageAction}>
        <input type="hidden" name="pageId" value={page.id} />
        <SubmitButton look="secondary">
          {page.isDraft ? 'Take this draft up again' : 'Put this page back'}
        </SubmitButton>
      </ActionForm>
    ) : null;
  }
  return (
    <>
      {page.isDraft && page.canEdit && (
        <ActionForm action={publishPageAction}>
          <input type="hidden" name="pageId" value={page.id} />
          <SubmitButton>Publish</SubmitButton>
        </ActionForm>
      )}
      <a
        href={page.canEdit ? editHref : proposeHref}
        data-shortcut="e"
        className={buttonClasses({ look: 'secondary' })}
      >
        {page.canEdit ? 'Edit' : 'Propose a change'}
      </a>
      {page.canArchive && (
        <details className="relative">
          <summary className={buttonClasses({ look: 'quiet', className: 'list-none' })}>
            More
          </summary>
          <div className="absolute right-0 top-11 z-10 w-72 rounded-lg border border-line bg-raised p-4 text-sm shadow-xl">
            <p className="mb-3">
              <a href={moveHref} className="link">
                Move or rename
              </a>
            </p>
            <p className="mb-3 text-muted">
              {page.isDraft
                ? 'An archived draft stays at its address, for you to take up again.'
                : 'An archived page is no longer listed, found or linked to. It stays at its address with its history, and can be put back.'}
            </p>
            <ActionForm action={archivePageAction}>
              <input type="hidden" name="pageId" value={page.id} />
              <SubmitButton look="secondary" size="small">
                {page.isDraft ? 'Archive this draft' : 'Archive this page'}
              </SubmitButton>
            </ActionForm>
          </div>
        </details>
      )}
    </>
  );
}
