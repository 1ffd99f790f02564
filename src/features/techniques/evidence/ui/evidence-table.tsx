import { Badge } from '@/ui/badge';
import { ActionForm } from '@/ui/form/action-form';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { PersonLink, SquadLink } from '../../ui/squad-link';
import { judgeEvidenceAction } from '../actions';
import { changeInPercent, formatChange, formatNumber } from '../figures';
import type { EvidenceLine } from '../queries';
import { evidenceKindNames, evidenceStatusNames } from './words';

/** What squads measured or saw, each result with what a reader needs to judge it. */
export function EvidenceTable({ evidence }: { evidence: EvidenceLine[] }) {
  return (
    <Table caption="Evidence" head={['Squad', 'What was seen', 'Against', 'Result', 'n']}>
      {evidence.map((line) => (
        <tr key={line.id} id={`evidence-${line.id}`}>
          <td className="min-w-28">
            <SquadLink squad={line.squad} />
            <span className="block text-sm text-muted">
              <Day day={line.measuredOn} />
            </span>
          </td>
          <td className="min-w-64 max-w-[36rem]">
            <Said line={line} />
          </td>
          <td className="whitespace-nowrap tabular-nums">
            {line.baseline === null ? '–' : formatNumber(line.baseline)}
          </td>
          <td className="whitespace-nowrap tabular-nums">
            <Result line={line} />
          </td>
          <td className="whitespace-nowrap tabular-nums">
            {line.n === null ? '–' : line.n.toLocaleString('en-GB')}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Said({ line }: { line: EvidenceLine }) {
  return (
    <>
      <p className={line.status === 'RETRACTED' ? 'text-muted line-through' : undefined}>
        {line.summary}
      </p>
      {line.status !== 'CURRENT' && (
        <p className="mt-1 text-sm">
          <Badge tone="notice">{evidenceStatusNames[line.status]}</Badge> {line.statusReason}
        </p>
      )}
      <p className="mt-0.5 text-sm text-muted">
        {[evidenceKindNames[line.kind], line.metric, line.dataset].filter(Boolean).join(' · ')}
        {line.replicatesSquadName && ` · repeats a result of ${line.replicatesSquadName}`}
        {line.author && (
          <>
            {' · '}
            <PersonLink person={line.author} />
          </>
        )}
        {line.url && (
          <>
            {' · '}
            <a href={line.url} className="link" rel="noreferrer">
              report
            </a>
          </>
        )}
      </p>
      {line.canJudge && <Judge line={line} />}
    </>
  );
}

function Result({ line }: { line: EvidenceLine }) {
  const { value, intervalLow, intervalHigh } = line;
  if (value === null) return '–';
  const change = changeInPercent(line);
  const hasInterval = intervalLow !== null && intervalHigh !== null;
  return (
    <>
      {formatNumber(value)}
      {change !== null && <span className="text-muted"> ({formatChange(change)})</span>}
      {hasInterval && (
        <span className="block text-sm text-muted">
          {formatNumber(intervalLow)} to {formatNumber(intervalHigh)}
        </span>
      )}
    </>
  );
}

/** A squad's own say over its own result. */
function Judge({ line }: { line: EvidenceLine }) {
  return (
    <details className="no-print mt-1 text-sm">
      <summary className="text-muted">Doubt or take back</summary>
      <ActionForm action={judgeEvidenceAction} className="mt-2 max-w-md">
        <input type="hidden" name="evidenceId" value={line.id} />
        <Select
          name="status"
          label="This result"
          options={[
            { value: 'DISPUTED', label: 'is in doubt' },
            { value: 'RETRACTED', label: 'is taken back for good' },
            { value: 'CURRENT', label: 'stands after all' },
          ]}
          defaultValue={line.status === 'CURRENT' ? 'DISPUTED' : 'CURRENT'}
        />
        <TextArea name="reason" label="Why" rows={2} required />
        <SubmitButton look="secondary" size="small">
          Say so
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
