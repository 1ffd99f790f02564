import { formatDay } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import {
  correctMembershipAction,
  endMembershipAction,
  openMembershipAction,
  withdrawMembershipAction,
} from '../memberships/actions';
import { isByOwnHand, leadingRoleOf, roleName, rolesIn } from '../memberships/roles';
import type { MembershipRecord } from '../memberships/roster/queries';
import { REASON_MAX, type UnitKind } from '../schema';
import { DirectoryField } from './directory-field';

const rolesToGive = (kind: UnitKind) =>
  rolesIn(kind)
    .filter((role) => !isByOwnHand(kind, role))
    .map((role) => ({ value: role, label: roleName(role) }));

/** Opens a membership, or appoints a lead. */
export function OpenMembershipForm({
  unit,
  today,
}: {
  unit: { id: string; name: string; kind: UnitKind };
  today: Date;
}) {
  const roles = rolesToGive(unit.kind);
  return (
    <ActionForm
      action={openMembershipAction}
      doneMessage="The membership is recorded."
      className="max-w-xl"
    >
      <input type="hidden" name="unitId" value={unit.id} />
      <DirectoryField
        name="person"
        label="Who"
        hint="The person’s name or handle; typing offers it."
        only="PERSON"
      />
      <Select
        name="role"
        label="As what"
        options={roles}
        defaultValue={unit.kind === 'SQUAD' ? leadingRoleOf(unit.kind) : roles[0]?.value}
      />
      <Field
        name="validFrom"
        type="date"
        label="From which day"
        defaultValue={formatDay(today)}
        required
      />
      <Field name="validTo" type="date" label="First day it no longer holds (optional)" />
      <Field name="note" label="Note (optional)" maxLength={REASON_MAX} />
      <SubmitButton>Record the membership</SubmitButton>
    </ActionForm>
  );
}

export function EndMembershipForm({ record, today }: { record: MembershipRecord; today: Date }) {
  return (
    <ActionForm
      action={endMembershipAction}
      doneMessage="The end is recorded."
      className="max-w-xl"
    >
      <input type="hidden" name="membershipId" value={record.id} />
      <Field
        name="on"
        type="date"
        label="First day it no longer holds"
        defaultValue={formatDay(today)}
        required
      />
      <Field name="reason" label="Why (optional)" maxLength={REASON_MAX} />
      <SubmitButton>Record the end</SubmitButton>
    </ActionForm>
  );
}

export function CorrectMembershipForm({ record }: { record: MembershipRecord }) {
  return (
    <ActionForm
      action={correctMembershipAction}
      doneMessage="The correction is recorded; the history keeps what it said before."
      className="max-w-xl"
    >
      <input type="hidden" name="membershipId" value={record.id} />
      <DirectoryField
        name="unit"
        label="Unit"
        only={record.unit.kind}
        defaultValue={record.unit.slug}
      />
      <Select
        name="role"
        label="Role"
        options={rolesToGive(record.unit.kind)}
        defaultValue={record.role}
      />
      {record.unit.kind === 'SQUAD' && (
        <Checkbox name="isPrimary" label="It is the home squad" defaultChecked={record.isPrimary} />
      )}
      <Field
        name="validFrom"
        type="date"
        label="From which day"
        defaultValue={formatDay(record.validFrom)}
        required
      />
      <Field
        name="validTo"
        type="date"
        label="First day it no longer holds"
        hint="Empty while it goes on."
        defaultValue={record.validTo ? formatDay(record.validTo) : ''}
      />
      <Field name="reason" label="What was wrong" maxLength={REASON_MAX} required />
      <SubmitButton>Record the correction</SubmitButton>
    </ActionForm>
  );
}

export function WithdrawMembershipForm({ record }: { record: MembershipRecord }) {
  return (
    <ActionForm
      action={withdrawMembershipAction}
      doneMessage="The membership is withdrawn."
      className="max-w-xl"
    >
      <input type="hidden" name="membershipId" value={record.id} />
      <Field name="reason" label="Why it never was" maxLength={REASON_MAX} required />
      <SubmitButton look="danger">Withdraw the membership</SubmitButton>
    </ActionForm>
  );
}
