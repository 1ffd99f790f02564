import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { SubmitButton } from '@/ui/form/submit-button';
import { Notice } from '@/ui/notice';
import { applyImportAction, compareAgainAction, discardImportAction } from '../actions';
import type { RunView } from '../runs/queries';
import { changeOutcomes } from '../schema';
import { countOf } from './report-text';

const CHANGING = changeOutcomes.filter(
  (outcome) => !['refused', 'notice', 'untouched'].includes(outcome),
);

/** What can be done with a difference that is not applied: apply it, compare it again, forget it. */
export function ApplyForm({ run }: { run: RunView }) {
  const refused = countOf(run.counts, 'refused');
  const changes = CHANGING.reduce((sum, outcome) => sum + countOf(run.counts, outcome), 0);
  return (
    <div className="mb-8">
      {run.failure && <Notice>{run.failure}</Notice>}
      {run.state === 'cut-off' && (
        <Notice>Applying was cut off before it was done. Nothing was changed: try again.</Notice>
      )}
      {changes === 0 && <p className="mb-4">The organisation is already as this file says.</p>}
      {changes > 0 && (
        <ActionForm action={applyImportAction} className="mb-3">
          <input type="hidden" name="runId" value={run.id} />
          {refused > 0 && (
            <Checkbox
              name="withoutRefused"
              label={`Apply the rest, without the ${refused} refused ${refused === 1 ? 'line' : 'lines'}`}
              hint="Nothing that a refused line speaks of is ended. Correcting the file and comparing again is better."
            />
          )}
          <SubmitButton>
            Apply {changes.toLocaleString('en-GB')} {changes === 1 ? 'change' : 'changes'}
          </SubmitButton>
        </ActionForm>
      )}
      <div className="flex flex-wrap gap-2">
        <ActionForm action={compareAgainAction}>
          <input type="hidden" name="runId" value={run.id} />
          <SubmitButton look="secondary">Compare again</SubmitButton>
        </ActionForm>
        <ActionForm action={discardImportAction}>
          <input type="hidden" name="runId" value={run.id} />
          <SubmitButton look="quiet">Forget this file</SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}
