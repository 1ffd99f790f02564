import { notFound } from 'next/navigation';
import { getMeetupFacts } from '@/features/meetups/naming/queries';
import { listSquadsOn } from '@/features/techniques/propagation/presentations/queries';
import type { TechniqueDetails } from '@/features/techniques/queries';
import { SquadLinks } from '@/features/techniques/ui/squad-link';
import type { Context } from '@/foundation/context';
import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { Instant } from '@/ui/time';
import { presentTechniqueAction } from './actions';

type Props = { context: Context; technique: TechniqueDetails; meetupId: string };

/** What will follow from it, before it is recorded. */
export async function ConfirmPresentation({ context, technique, meetupId }: Props) {
  const meetup = await getMeetupFacts(context, meetupId);
  if (!meetup) notFound();
  const squads = await listSquadsOn(context, technique, meetup);
  return (
    <Section title={meetup.title}>
      <p className="mb-4 text-muted">
        <Instant at={meetup.startsAt} timeZone={context.actor.timeZone} />
      </p>
      <WhoWasThere meetup={meetup} squads={squads} />
      <ActionForm action={presentTechniqueAction} className="max-w-md">
        <input type="hidden" name="techniqueId" value={technique.id} />
        <input type="hidden" name="meetupId" value={meetup.id} />
        <Field
          name="presenter"
          label="Presented by"
          hint="A handle, as in the address of the person’s page. May stay empty."
          autoComplete="off"
          defaultValue={context.actor.handle}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>Record that it was presented</SubmitButton>
          <ButtonLink look="quiet" href={`/techniques/${technique.slug}/present`}>
            Choose another date
          </ButtonLink>
        </div>
      </ActionForm>
    </Section>
  );
}

type WhoProps = {
  meetup: { id: string; attendeeIds: string[] };
  squads: { id: string; slug: string; name: string }[];
};

function WhoWasThere({ meetup, squads }: WhoProps) {
  const count = meetup.attendeeIds.length;
  const sheet = (
    <Link href={`/meetups/${meetup.id}`} className="link">
      the meetup’s page
    </Link>
  );
  if (count === 0) {
    return (
      <p className="mb-5 max-w-[65ch]">
        Nobody has been recorded as there yet. The guild’s leads do that on {sheet}; the squads who
        heard of it then appear by themselves.
      </p>
    );
  }
  return (
    <p className="mb-5 max-w-[65ch]">
      {count === 1 ? 'One person was' : `${count} people were`} recorded as there, on {sheet}.{' '}
      {squads.length > 0 ? (
        <>
          By the squads they belonged to on that day, <SquadLinks squads={squads} /> will have heard
          of it.
        </>
      ) : (
        'None of them belonged to another squad on that day.'
      )}{' '}
      Who was there stays with the meetup: here only the squads are shown.
    </p>
  );
}
