'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { editGroup, moveGroup, proposeGroup } from './commands';
import { extendGroup } from './extending/commands';
import { orSentence } from './refusals';
import { editGroupInput, extendGroupInput, moveGroupInput, proposeGroupInput } from './schema';

export const proposeGroupAction = action(proposeGroupInput, async (context, input) => {
  openGroup(orSentence(await proposeGroup(context, input)).slug);
});

export const editGroupAction = action(editGroupInput, async (context, input) => {
  openGroup(orSentence(await editGroup(context, input)).slug);
});

export const moveGroupAction = action(moveGroupInput, async (context, input) => {
  openGroup(orSentence(await moveGroup(context, input)).slug);
});

export const extendGroupAction = action(extendGroupInput, async (context, input) => {
  openGroup(orSentence(await extendGroup(context, input)).slug);
});

function openGroup(slug: string): never {
  revalidatePath('/working-groups', 'layout');
  redirect(`/working-groups/${slug}`);
}
