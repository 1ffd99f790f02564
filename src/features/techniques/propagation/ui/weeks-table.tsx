import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { SquadLink, SquadLinks } from '../../ui/squad-link';
import type { SquadRef } from '../journey';
import { describeSpan, type Span, type SquadClock } from '../weeks';

type Props = { clocks: SquadClock<SquadRef>[]; firstPresentedOn: Date | null };

/** Both clocks, squad by squad, in the order in which it reached them. No average: there are few. */
export function WeeksTable({ clocks, firstPresentedOn }: Props) {
  const spoken = clocks.filter(({ firstWordOn }) => firstWordOn !== null);
  const silent = clocks.filter(({ firstWordOn }) => firstWordOn === null);
  return (
    <>
      <p className="mb-3 max-w-[70ch] text-sm text-muted">
        A squad’s own clock starts on the day somebody of it first heard of the technique; the
        technique’s clock on the day it was first presented
        {firstPresentedOn && (
          <>
            , <Day day={firstPresentedOn} />
          </>
        )}
        . Both run until the squad has it in production. With so few squads a median would say less
        than the list, so there is none.
      </p>
      {spoken.length > 0 && (
        <Table
          caption="Weeks until production, on both clocks"
          head={[
            'Squad',
            'First heard',
            'In production',
            'Since it heard',
            'Since first presented',
          ]}
        >
          {spoken.map((clock) => (
            <tr key={clock.squad.id}>
              <td>
                <SquadLink squad={clock.squad} />
              </td>
              <td>{clock.heardOn ? <Day day={clock.heardOn} /> : 'Not recorded'}</td>
              <td>{clock.inProductionOn ? <Day day={clock.inProductionOn} /> : '–'}</td>
              <td>{spanInWords(clock.sinceHeard, clock, clock.heardOn)}</td>
              <td>{spanInWords(clock.sincePresented, clock, firstPresentedOn)}</td>
            </tr>
          ))}
        </Table>
      )}
      {silent.length > 0 && (
        <p className="mt-3 max-w-[70ch] text-sm text-muted">
          Also heard of it, and have not said anything yet:{' '}
          <SquadLinks squads={silent.map(({ squad }) => squad)} />.
        </p>
      )}
    </>
  );
}

function spanInWords(span: Span | null, clock: SquadClock<SquadRef>, start: Date | null): string {
  if (span) return describeSpan(span);
  if (clock.hasEnded) return 'Not for them';
  return start && clock.inProductionOn ? 'Had it before' : '–';
}
