import type { BlamedParagraph } from '@/features/wiki/history/blame';
import { getBlame } from '@/features/wiki/history/queries';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { Instant } from '@/ui/time';
import type { HistoryProps } from './view';

/** The current text, each paragraph beside whoever last changed it. */
export async function BlameView({ context, page, address }: HistoryProps) {
  const blame = await getBlame(context, page.id, page.currentNumber);
  if (!blame || blame.paragraphs.length === 0) {
    return <EmptyState title="This page has a title and no text yet" />;
  }
  const { revisions, lookedBackTo } = blame;
  return (
    <>
      {lookedBackTo && (
        <Notice>
          This page has a long history. What is said to be of revision {lookedBackTo} may be older.
        </Notice>
      )}
      <ol className="wiki-blame" aria-label="Paragraphs and who last changed them">
        {runsOf(blame.paragraphs).map(({ key, number, texts }) => {
          const revision = revisions.get(number);
          return (
            <li key={key}>
              <div className="text-sm">
                {revision?.author ? (
                  <Link href={`/people/${revision.author.handle}`} className="link">
                    {revision.author.name}
                  </Link>
                ) : (
                  'Guildhall'
                )}
                {revision && (
                  <span className="block text-muted">
                    <Instant at={revision.createdAt} timeZone={context.actor.timeZone} dated />
                  </span>
                )}
                {revision?.changeSummary && (
                  <span className="block text-muted">{revision.changeSummary}</span>
                )}
                <Link
                  href={`${address.historyHref}?${number > 1 ? `from=${number - 1}&to=${number}` : 'revision=1'}`}
                  className="link"
                >
                  Revision {number}
                </Link>
              </div>
              <div className="min-w-0">
                {texts.map(({ key: textKey, text }) => (
                  <pre key={textKey} className="written">
                    {text}
                  </pre>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Neighbours of one revision, told together. */
function runsOf(paragraphs: BlamedParagraph[]) {
  const runs: { key: number; number: number; texts: { key: number; text: string }[] }[] = [];
  paragraphs.forEach(({ text, number }, key) => {
    const last = runs.at(-1);
    if (last?.number === number) last.texts.push({ key, text });
    else runs.push({ key, number, texts: [{ key, text }] });
  });
  return runs;
}
