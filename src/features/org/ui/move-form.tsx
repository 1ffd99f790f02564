import { formatDay } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { moveToSquadAction } from '../moves/actions';
import { REASON_MAX } from '../schema';
import { DirectoryField } from './directory-field';

type MoveFormProps = {
  person: { handle: string; name: string };
  /** The home membership that the reader sees on this page. */
  seenHomeId: string | null;
  today: Date;
};

export function MoveForm({ person, seenHomeId, today }: MoveFormProps) {
  return (
    <ActionForm
      action={moveToSquadAction}
      doneMessage={`The move is recorded. ${person.name}’s history below shows it.`}
      className="max-w-xl"
    >
      <input type="hidden" name="person" value={person.handle} />
      <input type="hidden" name="seenHomeId" value={seenHomeId ?? 'none'} />
      <DirectoryField
        name="squad"
        label="To which squad"
        hint="Its name or address; typing offers it."
        only="SQUAD"
      />
      <Field
        name="on"
        type="date"
        label="First day in the new squad"
        hint="It may lie in the past or ahead. Roles in the former squad end on that day."
        defaultValue={formatDay(today)}
        required
      />
      <Field name="reason" label="Why (optional)" maxLength={REASON_MAX} />
      <SubmitButton>Record the move</SubmitButton>
    </ActionForm>
  );
}
