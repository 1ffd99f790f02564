'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { adoptImportedSchedulesInput } from '../schema';
import { adoptImportedSchedules } from './commands';

export const adoptImportedSchedulesAction = action(adoptImportedSchedulesInput, async (context) => {
  const adoption = await adoptImportedSchedules(context);
  revalidatePath('/meetups', 'layout');
  return adoption;
});
