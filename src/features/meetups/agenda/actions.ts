'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import {
  addAgendaItem,
  editAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
  wordAgendaItem,
} from './commands';
import {
  addAgendaItemInput,
  editAgendaItemInput,
  moveAgendaItemInput,
  removeAgendaItemInput,
  wordAgendaItemInput,
} from './schema';

export const addAgendaItemAction = action(addAgendaItemInput, async (context, input) => {
  const result = orSentence(await addAgendaItem(context, input));
  revalidatePath('/meetups', 'layout');
  return result;
});

export const editAgendaItemAction = action(editAgendaItemInput, async (context, input) => {
  openMeetup(orSentence(await editAgendaItem(context, input)).meetupId);
});

export const wordAgendaItemAction = action(wordAgendaItemInput, async (context, input) => {
  openMeetup(orSentence(await wordAgendaItem(context, input)).meetupId);
});

export const moveAgendaItemAction = action(moveAgendaItemInput, async (context, input) => {
  const result = orSentence(await moveAgendaItem(context, input));
  revalidatePath('/meetups', 'layout');
  return result;
});

export const removeAgendaItemAction = action(removeAgendaItemInput, async (context, input) => {
  const result = orSentence(await removeAgendaItem(context, input));
  revalidatePath('/meetups', 'layout');
  return result;
});

function openMeetup(id: string): never {
  revalidatePath('/meetups', 'layout');
  redirect(`/meetups/${id}`);
}
