import { Instant } from '@/ui/time';
import type { DifferenceLine } from '../history/difference';
import { Difference } from './difference';

export type Overtaken = {
  current: {
    number: number;
    title: string;
    markdown: string;
    savedAt: Date;
    by: string | null;
    changeSummary: string;
  };
  theirChanges: readonly DifferenceLine[];
  yourChanges: readonly DifferenceLine[];
};

/** Somebody saved first: both texts, side by side in words, and a way to bring them together. */
export function Overtaking({
  overtaken: { current, theirChanges, yourChanges },
  timeZone,
}: {
  overtaken: Overtaken;
  timeZone: string;
}) {
  return (
    <section
      role="alert"
      aria-labelledby="overtaken"
      className="mb-6 rounded-md border border-line-strong bg-raised p-4"
    >
      <h2 id="overtaken" className="mb-1">
        {current.by ?? 'Somebody'} saved this page while you were writing
      </h2>
      <p className="mb-3 max-w-[75ch] text-sm">
        Nothing of yours is lost or stored: your text is in the form below. Take into it what you
        want to keep of theirs, saved <Instant at={current.savedAt} timeZone={timeZone} short /> as
        revision {current.number}
        {current.changeSummary && <> (“{current.changeSummary}”)</>}. Then save: your text becomes
        the next revision, and theirs stays in the history.
      </p>
      <details open className="mb-3">
        <summary className="text-sm font-medium">What they changed</summary>
        <Difference lines={theirChanges} label="What they changed" />
      </details>
      <details className="mb-3">
        <summary className="text-sm font-medium">How your text differs from theirs</summary>
        <Difference lines={yourChanges} label="How your text differs from theirs" />
      </details>
      <details>
        <summary className="text-sm font-medium">Their text in full, to copy from</summary>
        <p className="mt-2 text-sm">
          Title: <b>{current.title}</b>
        </p>
        <textarea
          readOnly
          aria-label="Their text"
          rows={12}
          value={current.markdown}
          className="mt-2 w-full rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm"
        />
      </details>
    </section>
  );
}
