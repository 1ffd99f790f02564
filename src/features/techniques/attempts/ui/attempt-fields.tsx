import { Checkbox } from '@/ui/form/checkbox';
import { Choices } from '@/ui/form/choices';
import { Field } from '@/ui/form/field';
import { TextArea } from '@/ui/form/text-area';
import type { AttemptDetails } from '../queries';
import { attemptOutcomes } from '../schema';
import { outcomeNames } from './words';

type Props = { attempt?: AttemptDetails; today: string; canChooseName: boolean };

/** What is kept of an attempt. */
export function AttemptFields({ attempt, today, canChooseName }: Props) {
  return (
    <>
      <Field
        name="title"
        label="What you tried"
        hint="A few words that somebody would search for."
        required
        defaultValue={attempt?.title}
      />
      <TextArea
        name="hypothesis"
        label="What you expected, and why"
        rows={3}
        required
        defaultValue={attempt?.hypothesis}
      />
      <TextArea
        name="setUp"
        label="How you tried it"
        hint="Data, size, time: enough to tell whether it was a fair try."
        rows={3}
        defaultValue={attempt?.setUp}
      />
      <Choices
        name="outcome"
        label="How it came out"
        options={attemptOutcomes.map((value) => ({ value, label: outcomeNames[value] }))}
        defaultValue={attempt?.outcome}
      />
      <TextArea
        name="why"
        label="Why, as far as you can tell"
        rows={4}
        required
        defaultValue={attempt?.why}
      />
      <TextArea
        name="mayWorkWhen"
        label="When it may still work"
        hint="What would have to be different."
        rows={2}
        defaultValue={attempt?.mayWorkWhen}
      />
      <Field
        name="endedOn"
        label="Ended on"
        type="date"
        required
        max={today}
        defaultValue={attempt?.endedOn.toISOString().slice(0, 10) ?? today}
      />
      {canChooseName && (
        <Checkbox
          name="isAnonymous"
          label="Do not show my name"
          hint="Your squad is shown; your name is shown to you only."
          defaultChecked={attempt?.isAnonymous}
        />
      )}
    </>
  );
}
