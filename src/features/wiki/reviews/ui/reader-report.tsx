import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { reportPageAction, withdrawReportAction } from '../actions';
import { WORD_MAX } from '../limits';

/** One click for a reader for whom a page did not work; with a word, where there is one. */
export function ReaderReport({ pageId, ownReport }: { pageId: string; ownReport: boolean }) {
  if (ownReport) {
    return (
      <ActionForm
        action={withdrawReportAction}
        className="no-print flex flex-wrap items-center gap-3 text-sm text-muted"
      >
        <input type="hidden" name="pageId" value={pageId} />
        You said that this did not work for you.
        <SubmitButton look="quiet" size="small">
          Take it back
        </SubmitButton>
      </ActionForm>
    );
  }
  return (
    <details className="no-print max-w-[37.5rem] text-sm">
      <summary className="py-1 text-muted">Did this not work for you?</summary>
      <ActionForm action={reportPageAction} className="mt-3 rounded-md border border-line p-4">
        <input type="hidden" name="pageId" value={pageId} />
        <SubmitButton look="secondary">It did not work for me</SubmitButton>
        <p className="mb-4 mt-2 text-muted">
          When two readers say so, its steward is asked to look at it again. Your name is shown to
          nobody unless you sign.
        </p>
        <Field name="word" label="What went wrong, if you like to say" maxLength={WORD_MAX} />
        <Checkbox name="isSigned" label="Sign it, so that the steward can ask me" />
      </ActionForm>
    </details>
  );
}
