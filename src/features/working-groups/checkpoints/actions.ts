'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { recordCheckpointInput } from '../schema';
import { recordCheckpoint } from './commands';

export const recordCheckpointAction = action(recordCheckpointInput, async (context, input) => {
  const result = orSentence(await recordCheckpoint(context, input));
  revalidatePath('/working-groups', 'layout');
  return result;
});
