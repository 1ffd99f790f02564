'use server';

import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { getMeetupFacts } from '@/features/meetups/naming/queries';
import { presentTechnique } from '@/features/techniques/propagation/presentations/commands';
import { whyNotPresented } from '@/features/techniques/propagation/refusals';
import { presentTechniqueInput } from '@/features/techniques/propagation/schema';
import { Conflict, NotFound } from '@/foundation/errors';

/** Meetups know when it was and who was there; techniques keep what follows from it. */
export const presentTechniqueAction = action(presentTechniqueInput, async (context, input) => {
  const meetup = await getMeetupFacts(context, input.meetupId);
  if (!meetup) throw new NotFound();
  const { techniqueId, presenter } = input;
  const result = await presentTechnique(
    context,
    { techniqueId, presenterHandle: presenter },
    meetup,
  );
  if (!result.ok) throw new Conflict(whyNotPresented(result));
  redirect(`/techniques/${result.slug}#journey`);
});
