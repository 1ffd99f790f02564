import { Day } from '@/ui/time';
import type { AsOf } from '../as-of';
import type { Succession } from '../unit-page/queries';
import { UnitName } from './names';

/** What a unit came from and what became of it. */
export function SuccessionList({
  unitId,
  successions,
  asOf,
}: {
  unitId: string;
  successions: readonly Succession[];
  asOf: AsOf;
}) {
  return (
    <ol className="space-y-2">
      {successions.map((succession) => (
        <li
          key={`${succession.kind} ${succession.effectiveOn.getTime()} ${succession.successor?.id}`}
          className="grid gap-x-4 sm:grid-cols-[10rem_1fr]"
        >
          <span className="text-sm text-muted">
            <Day day={succession.effectiveOn} />
          </span>
          <span>
            <What unitId={unitId} succession={succession} asOf={asOf} />
            {succession.note && <span className="text-muted"> {succession.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function What({
  unitId,
  succession: { kind, predecessor, successor, nameBefore, nameAfter },
  asOf,
}: {
  unitId: string;
  succession: Succession;
  asOf: AsOf;
}) {
  if (kind === 'RENAME') {
    return (
      <>
        Renamed from “{nameBefore}” to “{nameAfter}”.
      </>
    );
  }
  if (kind === 'DISSOLVE' || !successor) return <>Ended, with nothing in its place.</>;
  const isSuccessor = successor.id === unitId;
  const other = <UnitName unit={isSuccessor ? predecessor : successor} asOf={asOf} />;
  if (kind === 'SPLIT')
    return isSuccessor ? <>Split off from {other}.</> : <>Split into {other}.</>;
  return isSuccessor ? <>Took in {other}.</> : <>Became part of {other}.</>;
}
