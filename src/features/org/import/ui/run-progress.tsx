import type { RunView } from '../runs/queries';
import { KeepFresh } from './keep-fresh';

/** How far applying has come; the page renews itself, with or without JavaScript. */
export function RunProgress({ run: { progressDone, progressAll } }: { run: RunView }) {
  return (
    <div className="mb-8 max-w-xl" aria-live="polite">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <KeepFresh />
      <label htmlFor="progress" className="mb-1 block text-sm font-medium">
        {progressAll === 0
          ? 'Reading the file and comparing once more'
          : `${progressDone.toLocaleString('en-GB')} of ${progressAll.toLocaleString('en-GB')} rows written`}
      </label>
      <progress
        id="progress"
        className="h-2 w-full accent-(--accent)"
        {...(progressAll > 0 && { value: progressDone, max: progressAll })}
      />
      <p className="mt-1 text-sm text-muted">
        You can leave this page: the import goes on, and either all of it is applied or nothing.
      </p>
    </div>
  );
}
