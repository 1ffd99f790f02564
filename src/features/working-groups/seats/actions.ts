'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { addSeatInput, editSeatInput, endSeatInput } from '../schema';
import { addSeat, editSeat, endSeat } from './commands';

export const addSeatAction = action(addSeatInput, async (context, input) => {
  const result = orSentence(await addSeat(context, input));
  revalidatePath('/working-groups', 'layout');
  return result;
});

export const editSeatAction = action(editSeatInput, async (context, input) => {
  const result = orSentence(await editSeat(context, input));
  revalidatePath('/working-groups', 'layout');
  return result;
});

export const endSeatAction = action(endSeatInput, async (context, input) => {
  const result = orSentence(await endSeat(context, input));
  revalidatePath('/working-groups', 'layout');
  return result;
});
