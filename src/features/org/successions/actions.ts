'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { dissolveUnit, renameUnit } from './commands';
import { mergeUnit, splitUnit } from './reshaping/commands';
import { dissolveInput, mergeInput, renameInput, splitInput } from './schema';

export const renameUnitAction = action(renameInput, async (ctx, input) => {
  const outcome = orSentence(await renameUnit(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const dissolveUnitAction = action(dissolveInput, async (ctx, input) => {
  const outcome = orSentence(await dissolveUnit(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const splitUnitAction = action(splitInput, async (ctx, input) => {
  const { slugs } = orSentence(await splitUnit(ctx, input));
  revalidatePath('/', 'layout');
  redirect(`/org/${slugs[0]}`);
});

export const mergeUnitAction = action(mergeInput, async (ctx, input) => {
  const { slug } = orSentence(await mergeUnit(ctx, input));
  revalidatePath('/', 'layout');
  redirect(`/org/${slug}`);
});
