import { Instant } from '@/ui/time';
import type { DifferenceLine } from '../history/difference';
import { Difference, SideBySide } from './difference';

export type Overtaken = {
  current: {
    number: number;
    title: string;
    markdown: string;
    savedAt: Date;
    by: string | null;
    changeSummary: string;
  };
  yours: { title: string; markdown: string };
  theirChanges: readonly DifferenceLine[];
  conflicts: readonly (readonly DifferenceLine[])[];
  mergedChanges: readonly DifferenceLine[];
};

/** Somebody saved first: both texts are brought together as far as they go, and shown before anything is saved. */
export function Overtaking({
  overtaken: { current, yours, theirChanges, conflicts, mergedChanges },
  timeZone,
  what = 'page',
}: {
  overtaken: Overtaken;
  timeZone: string;
  /** What was saved by both. */
  what?: 'page' | 'template';
}) {
  const them = current.by ?? 'Somebody';
  const places = conflicts.length === 1 ? 'one place' : `${conflicts.length} places`;
  return (
    <section
      role="alert"
      aria-labelledby="overtaken"
      className="mb-6 rounded-md border border-line-strong bg-raised p-4"
    >
      <h2 id="overtaken" className="mb-1">
        {them} saved this {what} while you were writing
      </h2>
      <p className="mb-3 max-w-[75ch] text-sm">
        Theirs is {what === 'page' ? 'revision' : 'wording'} {current.number}, saved{' '}
        <Instant at={current.savedAt} timeZone={timeZone} short />
        {current.changeSummary && <> (“{current.changeSummary}”)</>}. Nothing of yours is lost, and
        nothing is stored yet.{' '}
        {conflicts.length === 0 ? (
          <>
            Your changes and theirs do not touch each other: the text below holds both. Read what
            would be saved, then save.
          </>
        ) : (
          <>
            What does not touch is brought together in the text below. In {places} you both changed
            the same words: there it holds both, between lines that begin with{' '}
            <code>&lt;&lt;&lt;&lt;&lt;&lt;&lt;</code> and <code>&gt;&gt;&gt;&gt;&gt;&gt;&gt;</code>.
            Keep what is right, delete those lines, then save.
          </>
        )}
      </p>
      {conflicts.map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places never change their order
        <div key={index} className="mb-4">
          <h3 className="mb-1 text-sm font-medium">
            {conflicts.length === 1
              ? 'The place you both changed'
              : `Place ${index + 1} of ${conflicts.length} that you both changed`}
          </h3>
          <SideBySide
            lines={lines}
            label={`Place ${index + 1} that you both changed`}
            before="Yours"
            after={`Saved by ${current.by ?? 'somebody'}`}
          />
        </div>
      ))}
      <details open={conflicts.length === 0} className="mb-3">
        <summary className="text-sm font-medium">What saving the text below would change</summary>
        <Difference lines={mergedChanges} label="What saving the text below would change" />
      </details>
      <details open className="mb-3">
        <summary className="text-sm font-medium">What they changed</summary>
        <Difference lines={theirChanges} label="What they changed" />
      </details>
      <details>
        <summary className="text-sm font-medium">Both texts in full, as each was written</summary>
        <div className="mt-2 grid gap-4 md:grid-cols-2">
          <WholeText name="Your text" text={yours} />
          <WholeText name="Their text" text={current} />
        </div>
      </details>
    </section>
  );
}

function WholeText({ name, text }: { name: string; text: { title: string; markdown: string } }) {
  return (
    <div className="min-w-0">
      <p className="text-sm">
        {name}
        {text.title && (
          <>
            , titled <b>{text.title}</b>
          </>
        )}
      </p>
      <textarea
        readOnly
        aria-label={name}
        rows={12}
        value={text.markdown}
        className="mt-1 w-full rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm"
      />
    </div>
  );
}
