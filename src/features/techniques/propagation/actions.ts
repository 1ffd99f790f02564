'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { moveAdoption } from './commands';
import { withdrawPresentation } from './presentations/commands';
import { whyNotMoved } from './refusals';
import { moveAdoptionInput, withdrawPresentationInput } from './schema';

export const moveAdoptionAction = action(moveAdoptionInput, async (context, input) => {
  const result = await moveAdoption(context, input);
  if (!result.ok) throw new Conflict(whyNotMoved(result));
  redirect(`/techniques/${result.slug}?said=${input.to}#your-squad`);
});

export const withdrawPresentationAction = action(
  withdrawPresentationInput,
  async (context, presentation) => {
    await withdrawPresentation(context, presentation);
    revalidatePath('/techniques', 'layout');
  },
);
