import { Section } from '@/ui/section';
import { Instant } from '@/ui/time';
import type { ChangeAround } from '../history/around/queries';

/** What became of a page beside its text: its place, its kind, and who keeps it. */
export function ChangesAround({
  changes,
  timeZone,
}: {
  changes: readonly ChangeAround[];
  timeZone: string;
}) {
  if (changes.length === 0) return null;
  return (
    <div className="mt-10">
      <Section title="Where it lies and who keeps it">
        <ol className="max-w-[68ch]">
          {changes.map(({ id, at, by, words }) => (
            <li key={id} className="border-b border-line py-2 last:border-0">
              <ul>
                {words.map((line) => (
                  <li key={line} className="break-words">
                    {line}
                  </li>
                ))}
              </ul>
              <p className="text-sm text-muted">
                {by}, <Instant at={at} timeZone={timeZone} dated />
              </p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
