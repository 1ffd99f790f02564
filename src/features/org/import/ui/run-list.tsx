import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { Instant } from '@/ui/time';
import type { RunView } from '../runs/queries';

export const STATE_NAMES = {
  compared: 'Not applied',
  'being-applied': 'Being applied',
  'cut-off': 'Cut off',
  failed: 'Not applied',
  applied: 'Applied',
} as const;

/** Files that were compared or applied, latest first. */
export function RunList({ runs, timeZone }: { runs: readonly RunView[]; timeZone: string }) {
  return (
    <Table caption="Imported files" head={['File', 'From', 'State', 'Compared']}>
      {runs.map((run) => (
        <tr key={run.id}>
          <td>
            <Link href={`/org/import/${run.id}`} className="text-accent hover:underline">
              {run.fileName}
            </Link>
          </td>
          <td>{run.source}</td>
          <td>
            <Badge tone={run.state === 'applied' ? 'accent' : 'neutral'}>
              {STATE_NAMES[run.state]}
            </Badge>
          </td>
          <td>
            <Instant at={run.createdAt} timeZone={timeZone} dated />
            {run.createdBy && <span className="text-muted"> by {run.createdBy}</span>}
          </td>
        </tr>
      ))}
    </Table>
  );
}
