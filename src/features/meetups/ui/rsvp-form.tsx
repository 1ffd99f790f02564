import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { answerRsvpAction } from '../presence/actions';
import type { RsvpAnswer } from '../rsvp';

const choices: { value: RsvpAnswer; label: string }[] = [
  { value: 'YES', label: 'I am coming' },
  { value: 'MAYBE', label: 'Maybe' },
  { value: 'NO', label: 'I cannot come' },
];

/** Three buttons, of which the given answer stays pressed; any of them may be pressed until it begins. */
export function RsvpForm({ meetupId, mine }: { meetupId: string; mine: RsvpAnswer | null }) {
  return (
    <ActionForm action={answerRsvpAction}>
      <input type="hidden" name="meetupId" value={meetupId} />
      <fieldset>
        <legend className="mb-2 text-sm font-medium">Are you coming?</legend>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ value, label }) => (
            <SubmitButton
              key={value}
              name="answer"
              value={value}
              look={mine === value ? 'primary' : 'secondary'}
              aria-pressed={mine === value}
            >
              {label}
            </SubmitButton>
          ))}
        </div>
      </fieldset>
    </ActionForm>
  );
}
