import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { PAGE_KINDS } from '../../kinds';

/** What a new page is for, and what such a page is asked, on demand; nothing that was typed is replaced. */
export function KindAndTemplate({
  initial,
  filled,
}: {
  initial: string;
  filled: { offered: string | null } | null;
}) {
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-3">
        <div className="min-w-48 flex-1 sm:max-w-64">
          <Select name="kind" label="Kind" options={PAGE_KINDS} defaultValue={initial} />
        </div>
        <div className="mb-4">
          <SubmitButton look="secondary" name="intent" value="template" formNoValidate>
            Fill in its template
          </SubmitButton>
        </div>
      </div>
      <div aria-live="polite">
        {filled && !filled.offered && (
          <p className="mb-4 max-w-[75ch] text-sm text-muted">
            The template of this kind is in the text below. What stands between <code>&lt;!--</code>{' '}
            and <code>--&gt;</code> is a question to you; readers do not see it.
          </p>
        )}
        {filled?.offered && (
          <div className="mb-4 max-w-[75ch] rounded-md bg-notice px-3.5 py-2 text-sm text-notice-ink">
            <p>You have written something already, so nothing of it was replaced.</p>
            <details className="my-2">
              <summary>What the template asks</summary>
              <pre className="mt-1 whitespace-pre-wrap font-mono">{filled.offered}</pre>
            </details>
            <SubmitButton
              look="secondary"
              size="small"
              name="intent"
              value="template-beneath"
              formNoValidate
            >
              Put it beneath my text
            </SubmitButton>
          </div>
        )}
      </div>
    </>
  );
}
