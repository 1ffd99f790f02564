'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { addDeliverableInput, editDeliverableInput, moveDeliverableInput } from '../schema';
import { addDeliverable, editDeliverable, moveDeliverable } from './commands';

export const addDeliverableAction = action(addDeliverableInput, async (context, input) => {
  openDeliverables(orSentence(await addDeliverable(context, input)).slug);
});

export const editDeliverableAction = action(editDeliverableInput, async (context, input) => {
  openDeliverables(orSentence(await editDeliverable(context, input)).slug);
});

export const moveDeliverableAction = action(moveDeliverableInput, async (context, input) => {
  openDeliverables(orSentence(await moveDeliverable(context, input)).slug);
});

function openDeliverables(slug: string): never {
  revalidatePath('/working-groups', 'layout');
  redirect(`/working-groups/${slug}#deliverables`);
}
