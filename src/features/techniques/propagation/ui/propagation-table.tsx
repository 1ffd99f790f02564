import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { SquadLink } from '../../ui/squad-link';
import { firstInProductionOn } from '../adoption';
import type { Adoption, SquadRef } from '../journey';
import { otherSourceNames, standings } from './words';

type Props = { origin: { squad: SquadRef; on: Date }; adoptions: Adoption[] };

/** The same as the picture, in words. */
export function PropagationTable({ origin, adoptions }: Props) {
  return (
    <Table
      caption="Who had it from whom"
      head={['Squad', 'Had it from', 'First word', 'In production', 'Now']}
    >
      <tr>
        <td>
          <SquadLink squad={origin.squad} />
        </td>
        <td>Began it</td>
        <td>
          <Day day={origin.on} />
        </td>
        <td />
        <td />
      </tr>
      {adoptions.map((adoption) => (
        <AdoptionRow key={adoption.id} adoption={adoption} origin={origin.squad} all={adoptions} />
      ))}
    </Table>
  );
}

type RowProps = { adoption: Adoption; origin: SquadRef; all: Adoption[] };

function AdoptionRow({ adoption, origin, all }: RowProps) {
  const production = firstInProductionOn(adoption.steps);
  const last = adoption.steps.at(-1);
  return (
    <tr>
      <td>
        <SquadLink squad={adoption.squad} />
      </td>
      <td>{sourceInWords(adoption, origin, all)}</td>
      <td>
        <Day day={adoption.firstOn} />
      </td>
      <td>{production ? <Day day={production} /> : '–'}</td>
      <td>{last && standings[last.to]}</td>
    </tr>
  );
}

/** The squad's name, or how else it came. */
export function sourceInWords(
  { source, sourceAdoptionId }: Adoption,
  origin: SquadRef,
  all: readonly Adoption[],
): string {
  if (source === 'ORIGIN') return origin.name;
  if (source === 'ADOPTION') {
    return all.find(({ id }) => id === sourceAdoptionId)?.squad.name ?? 'another squad';
  }
  const words = otherSourceNames[source];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
