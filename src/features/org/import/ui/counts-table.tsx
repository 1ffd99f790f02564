import { Table } from '@/ui/table';
import { changeOutcomes, changeSubjects, type PlanSummary } from '../schema';
import { OUTCOME_NAMES, SUBJECT_NAMES } from './report-text';

/** How much of what would change, at one glance. */
export function CountsTable({ counts }: { counts: PlanSummary['counts'] }) {
  const subjects = changeSubjects.filter((subject) => counts[subject]);
  const outcomes = changeOutcomes.filter((outcome) =>
    subjects.some((subject) => counts[subject]?.[outcome]),
  );
  return (
    <Table
      caption="What this file would change"
      head={[
        <span key="what" className="sr-only">
          What
        </span>,
        ...outcomes.map((outcome) => OUTCOME_NAMES[outcome]),
      ]}
    >
      {subjects.map((subject) => (
        <tr key={subject}>
          <th scope="row" className="border-line!">
            {SUBJECT_NAMES[subject]}
          </th>
          {outcomes.map((outcome) => (
            <td key={outcome} className="tabular-nums">
              {counts[subject]?.[outcome]?.toLocaleString('en-GB') ?? '–'}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
