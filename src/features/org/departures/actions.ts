'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { recordDeparture, undoDeparture } from './commands';
import { departureInput, undoDepartureInput } from './schema';

export const recordDepartureAction = action(departureInput, async (ctx, input) => {
  const outcome = orSentence(await recordDeparture(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const undoDepartureAction = action(undoDepartureInput, async (ctx, input) => {
  const outcome = orSentence(await undoDeparture(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});
