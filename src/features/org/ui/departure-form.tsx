import { formatDay } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { recordDepartureAction, undoDepartureAction } from '../departures/actions';
import { REASON_MAX } from '../schema';

type Leaver = { id: string; name: string; leftOn: Date | null };

/** Records that somebody leaves, or takes it back. */
export function DepartureForm({ person, today }: { person: Leaver; today: Date }) {
  if (person.leftOn) return <UndoForm person={person} />;
  return (
    <ActionForm
      action={recordDepartureAction}
      doneMessage="The leaving is recorded."
      className="max-w-xl"
    >
      <input type="hidden" name="personId" value={person.id} />
      <Field
        name="leftOn"
        type="date"
        label="First day on which the person is no longer here"
        hint="Every membership ends on that day, and whoever has left is signed out."
        defaultValue={formatDay(today)}
        required
      />
      <Field name="note" label="Note (optional)" maxLength={REASON_MAX} />
      <SubmitButton look="danger">Record that {person.name} leaves</SubmitButton>
    </ActionForm>
  );
}

function UndoForm({ person }: { person: Leaver }) {
  return (
    <ActionForm
      action={undoDepartureAction}
      doneMessage="The leaving is taken back."
      className="max-w-xl"
    >
      <input type="hidden" name="personId" value={person.id} />
      <Field
        name="reason"
        label="Why the recorded leaving was wrong"
        hint="What it ended is opened again."
        maxLength={REASON_MAX}
        required
      />
      <SubmitButton look="secondary">Take the leaving back</SubmitButton>
    </ActionForm>
  );
}
