'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { addPerson, editProfile } from './commands';
import { newPersonInput, profileInput } from './schema';

export const editProfileAction = action(profileInput, async (ctx, input) => {
  const outcome = orSentence(await editProfile(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const addPersonAction = action(newPersonInput, async (ctx, input) => {
  const { handle } = orSentence(await addPerson(ctx, input));
  revalidatePath('/', 'layout');
  redirect(`/people/${handle}`);
});
