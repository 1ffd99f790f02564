'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { changeParent, describeUnit, openUnit } from './commands';
import { changeParentInput, describeUnitInput, openUnitInput } from './schema';

export const openUnitAction = action(openUnitInput, async (ctx, input) => {
  const { slug } = orSentence(await openUnit(ctx, input));
  revalidatePath('/', 'layout');
  redirect(`/org/${slug}`);
});

export const describeUnitAction = action(describeUnitInput, async (ctx, input) => {
  const outcome = orSentence(await describeUnit(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const changeParentAction = action(changeParentInput, async (ctx, input) => {
  const outcome = orSentence(await changeParent(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});
