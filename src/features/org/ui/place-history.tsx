import type { ReactNode } from 'react';
import { dayOf } from '@/foundation/days';
import { Day } from '@/ui/time';
import type { AsOf } from '../as-of';
import type { HistoryEntry, Step } from '../memberships/membership-history';
import { roleName } from '../memberships/roles';
import type { PlaceRecord, Withdrawal } from '../person-page/queries';
import { placeOnAxis, type TimeAxis, timeAxis } from '../person-page/time-axis';
import { UnitName } from './names';
import { PeriodText } from './period-text';

type PlaceHistoryProps = {
  entries: readonly HistoryEntry<PlaceRecord>[];
  withdrawals: readonly Withdrawal[];
  asOf: AsOf;
  /** What the reader may do about an entry. */
  actionFor?: (entry: HistoryEntry<PlaceRecord>) => ReactNode;
};

/** Where somebody has belonged, as lines on one axis of time, with what was corrected and why. */
export function PlaceHistory({ entries, withdrawals, asOf, actionFor }: PlaceHistoryProps) {
  const axis = timeAxis(
    entries.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ row }) => row),
    asOf.day,
  );
  return (
    <ol className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.row.id} className="py-2.5">
          <div className="grid gap-x-6 gap-y-1 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] md:items-center">
            <div className={entry.withdrawnAt ? 'line-through decoration-muted' : ''}>
              <Place row={entry.row} asOf={asOf} />
            </div>
            {axis && !entry.withdrawnAt && <Bar row={entry.row} axis={axis} />}
          </div>
          <Recorded entry={entry} withdrawals={withdrawals} asOf={asOf} />
          {actionFor?.(entry)}
        </li>
      ))}
    </ol>
  );
}

function Place({ row, asOf }: { row: PlaceRecord; asOf: AsOf }) {
  const unit = { slug: row.slug, name: row.unitName, kind: row.kind };
  return (
    <>
      <UnitName unit={unit} asOf={asOf} />
      {row.role !== 'MEMBER' && (
        <span className="text-muted">, {roleName(row.role).toLowerCase()}</span>
      )}
      {row.kind === 'SQUAD' && row.role === 'MEMBER' && !row.isPrimary && (
        <span className="text-muted">, beside the home squad</span>
      )}
      <span className="block text-sm text-muted">
        <PeriodText period={row} today={asOf.today} />
        {row.endReason && `. ${row.endReason}.`}
      </span>
    </>
  );
}

const HUES: Record<PlaceRecord['kind'], string> = {
  TRIBE: 'fill-tribe',
  SQUAD: 'fill-squad',
  CHAPTER: 'fill-chapter',
  GUILD: 'fill-guild',
  SUBGUILD: 'fill-guild',
  WORKING_GROUP: 'fill-working-group',
};

function Bar({ row, axis }: { row: PlaceRecord; axis: TimeAxis }) {
  const { start, length } = placeOnAxis(row, axis);
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full" aria-hidden>
      <rect x="0" y="3.5" width="100" height="1" className="fill-line" />
      <rect x={start} y="0" width={length} height="8" className={HUES[row.kind]} />
    </svg>
  );
}

/** The steps of the record that a reader should know of; that it was given an end is told by the end itself. */
function Recorded({
  entry: { row, steps, withdrawnAt },
  withdrawals,
  asOf,
}: {
  entry: HistoryEntry<PlaceRecord>;
  withdrawals: readonly Withdrawal[];
  asOf: AsOf;
}) {
  const withdrawal = withdrawals.find(({ membershipId }) => membershipId === row.id);
  const corrections = steps.filter(({ kind }) => kind === 'corrected');
  if (!withdrawnAt && corrections.length === 0) return null;
  return (
    <ul className="mt-1 space-y-0.5 border-l-2 border-line pl-3 text-sm text-muted">
      {withdrawnAt && (
        <li>
          Withdrawn on <Day day={dayOf(withdrawnAt)} />
          {withdrawal && ` by ${withdrawal.by}`}: it never was.
          {withdrawal?.reason && ` ${withdrawal.reason}.`}
        </li>
      )}
      {corrections.map((step) => (
        <li key={step.was.id}>
          <Correction step={step} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

function Correction({ step, asOf }: { step: Step<PlaceRecord>; asOf: AsOf }) {
  return (
    <>
      Corrected on <Day day={dayOf(step.at)} />
      {step.by && ` by ${step.by}`}; was {step.was.unitName},{' '}
      {roleName(step.was.role).toLowerCase()}, <PeriodText period={step.was} today={asOf.today} />.
      {step.reason && ` ${step.reason}.`}
    </>
  );
}
