'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { cancelMeetup, editMeetup, moveMeetup, planMeetup, restoreMeetup } from './commands';
import {
  cancelMeetupInput,
  editMeetupInput,
  moveMeetupInput,
  planMeetupInput,
  restoreMeetupInput,
} from './schema';

export const planMeetupAction = action(planMeetupInput, async (context, input) => {
  const { meetupId } = orSentence(await planMeetup(context, input));
  openMeetup(meetupId);
});

export const editMeetupAction = action(editMeetupInput, async (context, input) => {
  orSentence(await editMeetup(context, input));
  openMeetup(input.meetupId);
});

export const moveMeetupAction = action(moveMeetupInput, async (context, input) => {
  orSentence(await moveMeetup(context, input));
  openMeetup(input.meetupId);
});

export const cancelMeetupAction = action(cancelMeetupInput, async (context, input) => {
  orSentence(await cancelMeetup(context, input));
  openMeetup(input.meetupId);
});

export const restoreMeetupAction = action(restoreMeetupInput, async (context, input) => {
  orSentence(await restoreMeetup(context, input));
  openMeetup(input.meetupId);
});

function openMeetup(id: string): never {
  revalidatePath('/meetups', 'layout');
  redirect(`/meetups/${id}`);
}
