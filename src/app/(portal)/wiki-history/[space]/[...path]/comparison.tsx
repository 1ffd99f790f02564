import { notFound } from 'next/navigation';
import { getRevisionPair } from '@/features/wiki/history/queries';
import { ComparedTexts, type DifferenceView } from '@/features/wiki/ui/compared-texts';
import { ButtonLink } from '@/ui/button';
import { Instant } from '@/ui/time';
import type { HistoryProps } from './view';

/** Two states of a page, in one text or side by side. */
export async function Comparison({
  context,
  page,
  address,
  from,
  to,
  view,
}: HistoryProps & { from: number; to: number; view: DifferenceView }) {
  const pair = await getRevisionPair(context, page.id, from, to);
  if (!pair) notFound();
  const { before, after } = pair;
  return (
    <>
      <dl className="mb-6 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {[before, after].map((revision, index) => (
          <div key={index === 0 ? 'from' : 'to'}>
            <dt className="text-muted">{index === 0 ? 'From' : 'To'}</dt>
            <dd>
              Revision {revision.number},{' '}
              <Instant at={revision.createdAt} timeZone={context.actor.timeZone} dated />
              {revision.author && `, by ${revision.author.name}`}
              {revision.changeSummary && <span className="block">{revision.changeSummary}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <ComparedTexts
        before={before}
        after={after}
        names={[`Revision ${from}`, `Revision ${to}`]}
        label={`What changed from revision ${from} to revision ${to}`}
        view={view}
        hrefOf={(shown) =>
          `${address.historyHref}?from=${from}&to=${to}${shown === 'side' ? '&view=side' : ''}`
        }
      />
      <div className="no-print mt-6 flex flex-wrap gap-2">
        <ButtonLink href={`${address.historyHref}?revision=${from}`}>
          Read revision {from}
        </ButtonLink>
        {to !== page.currentNumber && (
          <ButtonLink href={`${address.historyHref}?revision=${to}`}>Read revision {to}</ButtonLink>
        )}
      </div>
    </>
  );
}
