import { formatDay } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { REASON_MAX, UNIT_NAME_MAX, type UnitKind } from '../schema';
import {
  dissolveUnitAction,
  mergeUnitAction,
  renameUnitAction,
  splitUnitAction,
} from '../successions/actions';
import { carriesItsPeople } from '../successions/succession';
import { DirectoryField } from './directory-field';

type FormProps = { unit: { id: string; name: string; kind: UnitKind }; today: Date };

function DayField({ today, label }: { today: Date; label: string }) {
  return <Field name="on" type="date" label={label} defaultValue={formatDay(today)} required />;
}

export function RenameForm({ unit, today }: FormProps) {
  return (
    <ActionForm
      action={renameUnitAction}
      doneMessage="The new name is recorded. Earlier days keep the old one."
      className="max-w-xl"
    >
      <input type="hidden" name="unitId" value={unit.id} />
      <Field
        name="name"
        label="New name"
        hint="Its address stays as it is, so that links keep working."
        defaultValue={unit.name}
        maxLength={UNIT_NAME_MAX}
        required
      />
      <DayField today={today} label="From which day" />
      <Field name="note" label="Why (optional)" maxLength={REASON_MAX} />
      <SubmitButton>Rename {unit.name}</SubmitButton>
    </ActionForm>
  );
}

export function MergeForm({ unit, today }: FormProps) {
  return (
    <ActionForm action={mergeUnitAction} className="max-w-xl">
      <input type="hidden" name="unitId" value={unit.id} />
      <DirectoryField
        name="into"
        label="Becomes part of"
        hint={
          carriesItsPeople(unit.kind)
            ? 'Its people go over with their roles.'
            : 'What stands within it goes over; its people join by their own choice.'
        }
        only={unit.kind}
      />
      <DayField today={today} label="From which day" />
      <Field name="note" label="Why (optional)" maxLength={REASON_MAX} />
      <SubmitButton look="danger">Merge {unit.name}</SubmitButton>
    </ActionForm>
  );
}

export function DissolveForm({ unit, today }: FormProps) {
  return (
    <ActionForm action={dissolveUnitAction} doneMessage="The end is recorded." className="max-w-xl">
      <input type="hidden" name="unitId" value={unit.id} />
      <DayField today={today} label="First day on which it no longer exists" />
      <Field name="note" label="Why it ends" maxLength={REASON_MAX} required />
      <SubmitButton look="danger">End {unit.name}</SubmitButton>
    </ActionForm>
  );
}

const PARTS = 3;

type SplitFormProps = FormProps & {
  /** The people of a squad or chapter, or the units within a tribe or guild. */
  toAssign: readonly { id: string; name: string }[];
};

export function SplitForm({ unit, today, toAssign }: SplitFormProps) {
  const parts = Array.from({ length: PARTS }, (_, index) => index + 1);
  return (
    <ActionForm action={splitUnitAction} className="max-w-xl">
      <input type="hidden" name="unitId" value={unit.id} />
      {parts.map((part) => (
        <Field
          key={part}
          name="names[]"
          label={`Name of the ${ordinal(part)} new unit${part > 1 ? ' (optional)' : ''}`}
          maxLength={UNIT_NAME_MAX}
          required={part === 1}
        />
      ))}
      <Checkbox name="continues" label={`${unit.name} itself goes on, smaller`} />
      <DayField today={today} label="From which day" />
      <Field name="note" label="Why (optional)" maxLength={REASON_MAX} />
      <fieldset className="mb-4">
        <legend className="mb-2 text-sm font-medium">Who or what goes where</legend>
        {toAssign.map(({ id, name }) => (
          <Select
            key={id}
            name="people[]"
            label={name}
            defaultValue={`${id}>1`}
            options={[
              ...parts.map((part) => ({
                value: `${id}>${part}`,
                label: `To the ${ordinal(part)} new unit`,
              })),
              { value: `${id}>`, label: `Stays in ${unit.name} if it goes on` },
            ]}
          />
        ))}
      </fieldset>
      <SubmitButton look="danger">Split {unit.name}</SubmitButton>
    </ActionForm>
  );
}

const ordinal = (part: number) => ['first', 'second', 'third'][part - 1] ?? String(part);
