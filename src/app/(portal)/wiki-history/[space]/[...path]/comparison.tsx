import { notFound } from 'next/navigation';
import { differenceOf } from '@/features/wiki/history/difference';
import { getRevisionPair } from '@/features/wiki/history/queries';
import { Difference } from '@/features/wiki/ui/difference';
import { ButtonLink } from '@/ui/button';
import { Instant } from '@/ui/time';
import type { HistoryProps } from './view';

/** Two states of a page in one. */
export async function Comparison({
  context,
  page,
  address,
  from,
  to,
}: HistoryProps & { from: number; to: number }) {
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
              <Instant at={revision.createdAt} timeZone={context.actor.timeZone} short />
              {revision.author && `, by ${revision.author.name}`}
              {revision.changeSummary && <span className="block">{revision.changeSummary}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {before.title !== after.title && (
        <p className="mb-4">
          The title was <del>{before.title}</del> and became <ins>{after.title}</ins>.
        </p>
      )}
      <Difference
        lines={differenceOf(before.markdown, after.markdown)}
        label={`What changed from revision ${from} to revision ${to}`}
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
