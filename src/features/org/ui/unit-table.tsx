import { Table } from '@/ui/table';
import type { AsOf } from '../as-of';
import type { UnitLine } from '../map/queries';
import { squadSizeRemark } from '../squad-size';
import { UnitName } from './names';

/** Units with how many people each has. */
export function UnitTable({
  caption,
  units,
  asOf,
}: {
  caption: string;
  units: readonly UnitLine[];
  asOf: AsOf;
}) {
  return (
    <Table caption={caption} head={['Name', 'People']}>
      {units.map((unit) => (
        <tr key={unit.id}>
          <td>
            <UnitName unit={unit} asOf={asOf} />
          </td>
          <td className="tabular-nums">
            {unit.people}
            {unit.kind === 'SQUAD' && squadSizeRemark(unit.people) && (
              <span className="text-sm text-muted">, outside the usual 6 to 12</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
