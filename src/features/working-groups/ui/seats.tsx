import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import type { SeatView } from '../seats/queries';

/** Who sits in the group, for which squad, with how much time, and whether the manager agreed. */
export function Seats({ seats }: { seats: SeatView[] }) {
  return (
    <Table caption="Seats" head={['Who', 'Squad', 'Hours a week', 'Manager']}>
      {seats.map((seat) => (
        <tr key={seat.id} className={seat.leftOn ? 'text-muted' : undefined}>
          <td>
            <Link href={`/people/${seat.handle}`} className="link">
              {seat.name}
            </Link>
            {seat.isLead && !seat.leftOn && ', lead'}
            {seat.leftOn && (
              <>
                , until <Day day={seat.leftOn} />
              </>
            )}
          </td>
          <td>
            <Link href={`/org/${seat.squadSlug}`} className="hover:underline">
              {seat.squadName}
            </Link>
          </td>
          <td className="tabular-nums">{seat.hoursPerWeek}</td>
          <td>{seat.managerAgreed ? 'agreed' : 'not yet agreed'}</td>
        </tr>
      ))}
    </Table>
  );
}
