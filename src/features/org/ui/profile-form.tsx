import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { editProfileAction } from '../people/actions';
import type { PersonPage } from '../person-page/queries';
import { ABOUT_MAX, HEADLINE_MAX, PERSON_NAME_MAX } from '../schema';
import { TimeZoneField } from './time-zone-field';

export function ProfileForm({ person }: { person: PersonPage }) {
  return (
    <ActionForm action={editProfileAction} doneMessage="The profile is saved." className="max-w-xl">
      <DraftKeeper draftKey={`profile ${person.id}`} />
      <input type="hidden" name="personId" value={person.id} />
      <Field
        name="name"
        label="Name"
        required
        maxLength={PERSON_NAME_MAX}
        defaultValue={person.name}
      />
      <Field
        name="headline"
        label="What you do, in a few words"
        maxLength={HEADLINE_MAX}
        defaultValue={person.headline}
      />
      <TimeZoneField defaultValue={person.timeZone} />
      <TextArea
        name="askMeAbout"
        label="What you are glad to be asked about"
        hint="One topic a line."
        rows={4}
        defaultValue={person.askMeAbout.join('\n')}
      />
      <TextArea
        name="skills"
        label="Skills"
        hint="One a line; colleagues find you by them in the directory."
        rows={5}
        defaultValue={person.skills.join('\n')}
      />
      <TextArea
        name="about"
        label="About"
        maxLength={ABOUT_MAX}
        rows={6}
        defaultValue={person.about}
      />
      <SubmitButton>Save the profile</SubmitButton>
    </ActionForm>
  );
}
