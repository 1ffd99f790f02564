import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { TextArea } from '@/ui/form/text-area';
import { evidenceKinds } from '../schema';
import { evidenceKindNames } from './words';

/** What a piece of evidence says; the numbers go together or stay away together. */
export function EvidenceFields() {
  return (
    <>
      <TextArea
        name="evidenceSummary"
        label="What you saw"
        hint="A sentence that stands on its own."
        rows={2}
      />
      <Select
        name="evidenceKind"
        label="Kind"
        options={evidenceKinds.map((value) => ({ value, label: evidenceKindNames[value] }))}
        defaultValue="QUALITATIVE"
      />
      <p className="mb-3 text-sm text-muted">
        If there is a number: with its metric, what it is compared with, and on how many it was
        measured.
      </p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field name="metric" label="Metric" autoComplete="off" />
        <Field name="n" label="n" inputMode="numeric" autoComplete="off" />
        <Field name="baseline" label="Baseline" inputMode="decimal" autoComplete="off" />
        <Field name="value" label="Value" inputMode="decimal" autoComplete="off" />
        <Field name="intervalLow" label="Interval from" inputMode="decimal" autoComplete="off" />
        <Field name="intervalHigh" label="Interval to" inputMode="decimal" autoComplete="off" />
      </div>
      <Field name="dataset" label="Data and period" autoComplete="off" />
      <Field name="url" label="Address of a report" type="url" autoComplete="off" />
    </>
  );
}
