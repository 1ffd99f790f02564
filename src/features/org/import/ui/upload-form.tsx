import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { compareImportAction } from '../actions';
import { FORMAT_NAMES, importFormats } from '../schema';

/** Sends a file to be compared; nothing changes yet. */
export function UploadForm({ today }: { today: string }) {
  return (
    <ActionForm action={compareImportAction} className="max-w-xl">
      <Field
        name="file"
        type="file"
        label="File"
        hint="At most 20 MB; text in UTF-8 or UTF-16."
        accept=".csv,.tsv,.txt,.yaml,.yml,.json"
        required
      />
      <Select
        name="format"
        label="What it is"
        emptyLabel="Choose"
        options={importFormats.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
        required
      />
      <Field
        name="source"
        label="System it comes from"
        hint="Optional, such as “hr”. A later file of the same system ends what it no longer names; files of other systems are left alone."
      />
      <Field
        name="asOf"
        type="date"
        label="Day on which it was true"
        hint="What is new begins on this day, what is gone ended on it."
        defaultValue={today}
      />
      <SubmitButton>Compare with the organisation</SubmitButton>
      <p className="mt-2 text-sm text-muted">
        Nothing changes before you have seen the difference.
      </p>
    </ActionForm>
  );
}
