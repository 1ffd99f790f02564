import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { isByOwnHand, roleName } from '../memberships/roles';
import type { RosterLine } from '../memberships/roster/queries';
import type { UnitKind } from '../schema';
import { PeriodText } from './period-text';

/** A unit's memberships, each leading to where it is ended or corrected. */
export function RosterTable({
  lines,
  unit,
  today,
}: {
  lines: readonly RosterLine[];
  unit: { name: string; kind: UnitKind };
  today: Date;
}) {
  return (
    <Table caption={`Memberships in ${unit.name}`} head={['Name', 'Role', 'When', 'Change']}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td>
            <Link href={`/people/${line.handle}`} className="link">
              {line.name}
            </Link>
          </td>
          <td>{roleName(line.role)}</td>
          <td className="text-sm text-muted">
            <PeriodText period={line} today={today} />
          </td>
          <td className="text-sm">
            {isByOwnHand(unit.kind, line.role) ? (
              <span className="text-muted">The person’s own choice</span>
            ) : (
              <Link
                href={`/people/${line.handle}/places/${line.id}`}
                className="link"
                aria-label={`End or correct: ${line.name}, ${roleName(line.role).toLowerCase()}`}
              >
                End or correct
              </Link>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
