import { formatDay } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { addPersonAction } from '../people/actions';
import { PERSON_NAME_MAX } from '../schema';
import { DirectoryField } from './directory-field';
import { TimeZoneField } from './time-zone-field';

export function NewPersonForm({ timeZone, today }: { timeZone: string; today: Date }) {
  return (
    <ActionForm action={addPersonAction} className="max-w-xl">
      <Field name="name" label="Name" required maxLength={PERSON_NAME_MAX} />
      <Field name="email" type="email" label="E-mail (optional)" hint="Signing in goes by it." />
      <TimeZoneField defaultValue={timeZone} />
      <Field
        name="startedOn"
        type="date"
        label="First day"
        defaultValue={formatDay(today)}
        required
      />
      <DirectoryField
        name="squad"
        label="Home squad (optional)"
        hint="Its name or address; typing offers it."
        only="SQUAD"
        isOptional
      />
      <SubmitButton>Add this person</SubmitButton>
    </ActionForm>
  );
}
