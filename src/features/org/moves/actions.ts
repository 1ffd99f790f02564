'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { moveToSquad } from './commands';
import { moveInput } from './schema';

export const moveToSquadAction = action(moveInput, async (ctx, input) => {
  const outcome = orSentence(await moveToSquad(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});
