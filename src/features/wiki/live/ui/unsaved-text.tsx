import { Instant } from '@/ui/time';
import type { UnsavedText as Unsaved } from '../queries';

/** Words that people wrote together in a page and did not save: offered to whoever edits next. */
export function UnsavedText({
  unsaved: { markdown, updatedAt, writers },
  timeZone,
}: {
  unsaved: Unsaved;
  timeZone: string;
}) {
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(writers);
  return (
    <section
      aria-labelledby="unsaved"
      className="mb-5 rounded-md bg-notice px-3.5 py-2.5 text-sm text-notice-ink"
    >
      <h2 id="unsaved" className="font-sans text-sm font-medium">
        This page has text that is not saved as a revision yet
      </h2>
      <p>
        Written{names && ` by ${names}`}, last <Instant at={updatedAt} timeZone={timeZone} short />.
        The editor goes on with it.
      </p>
      <details className="mt-1">
        <summary>The unsaved text, to copy from</summary>
        <textarea
          readOnly
          aria-label="The unsaved text"
          rows={10}
          defaultValue={markdown}
          className="mt-2 w-full rounded-md border border-line-strong bg-raised px-3 py-2 font-mono text-sm text-ink"
        />
      </details>
    </section>
  );
}
