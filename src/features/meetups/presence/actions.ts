'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { answerRsvp, recordAttendance } from './commands';
import { answerRsvpInput, recordAttendanceInput } from './schema';

export const answerRsvpAction = action(answerRsvpInput, async (context, input) => {
  const result = orSentence(await answerRsvp(context, input));
  revalidatePath('/', 'layout');
  return result;
});

export const recordAttendanceAction = action(recordAttendanceInput, async (context, input) => {
  const result = orSentence(await recordAttendance(context, input));
  revalidatePath(`/meetups/${input.meetupId}`, 'layout');
  return result;
});
