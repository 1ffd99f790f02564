import { formatDay } from '@/foundation/days';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { unitKindName } from '@/ui/unit-glyph';
import { PURPOSE_MAX, REASON_MAX, UNIT_NAME_MAX, type UnitKind } from '../schema';
import { needsParent, parentKindsOf } from '../unit-hierarchy';
import type { UnitPage } from '../unit-page/queries';
import { changeParentAction, describeUnitAction, openUnitAction } from '../units/actions';
import { openableKinds } from '../units/schema';
import { DirectoryField } from './directory-field';
import { TimeZoneField } from './time-zone-field';

type OpenUnitFormProps = { kind?: UnitKind; parent?: string; today: Date };

export function OpenUnitForm({ kind, parent, today }: OpenUnitFormProps) {
  return (
    <ActionForm action={openUnitAction} className="max-w-xl">
      <DraftKeeper draftKey="new unit" />
      <Select
        name="kind"
        label="What kind of unit"
        options={openableKinds.map((value) => ({ value, label: unitKindName(value) }))}
        defaultValue={kind ?? 'SQUAD'}
      />
      <Field name="name" label="Name" required maxLength={UNIT_NAME_MAX} />
      <TextArea
        name="purpose"
        label="What it is for"
        hint="One or two sentences."
        rows={3}
        maxLength={PURPOSE_MAX}
      />
      <DirectoryField
        name="parent"
        label="Within which unit"
        hint="A tribe for squads and chapters, a guild for sub-guilds; empty for tribes and guilds."
        only="TRIBE,GUILD,SUBGUILD"
        defaultValue={parent}
        isOptional
      />
      <Field
        name="validFrom"
        type="date"
        label="From which day"
        defaultValue={formatDay(today)}
        required
      />
      <SubmitButton>Open the unit</SubmitButton>
    </ActionForm>
  );
}

export function DescribeUnitForm({
  unit,
  isAdministrator,
}: {
  unit: UnitPage;
  isAdministrator: boolean;
}) {
  return (
    <ActionForm
      action={describeUnitAction}
      doneMessage="The description is saved."
      className="max-w-xl"
    >
      <DraftKeeper draftKey={`unit ${unit.id}`} />
      <input type="hidden" name="unitId" value={unit.id} />
      <TextArea
        name="purpose"
        label="What it is for"
        rows={3}
        maxLength={PURPOSE_MAX}
        defaultValue={unit.purpose}
      />
      <TimeZoneField label="Time zone (optional)" defaultValue={unit.timeZone ?? ''} isOptional />
      {unit.kind === 'SQUAD' && isAdministrator && (
        <Checkbox
          name="isPlatformTeam"
          label="It is the ML Platform team"
          hint="The squad that runs shared tooling as a product."
          defaultChecked={unit.isPlatformTeam}
        />
      )}
      <SubmitButton>Save the description</SubmitButton>
    </ActionForm>
  );
}

export function ChangeParentForm({ unit, today }: { unit: UnitPage; today: Date }) {
  const kinds = parentKindsOf(unit.kind);
  return (
    <ActionForm
      action={changeParentAction}
      doneMessage="The new place is recorded."
      className="max-w-xl"
    >
      <input type="hidden" name="unitId" value={unit.id} />
      <DirectoryField
        name="parent"
        label="Within which unit"
        hint={`Its name or address; typing offers it.${needsParent(unit.kind) ? '' : ' Empty for none.'}`}
        only={kinds.join(',')}
        defaultValue={unit.above.at(-1)?.slug}
        isOptional={!needsParent(unit.kind)}
      />
      <Field
        name="on"
        type="date"
        label="From which day"
        defaultValue={formatDay(today)}
        required
      />
      <Field name="reason" label="Why (optional)" maxLength={REASON_MAX} />
      <SubmitButton>Record the new place</SubmitButton>
    </ActionForm>
  );
}
