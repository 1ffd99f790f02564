'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { correctMembership, endMembership, openMembership, withdrawMembership } from './commands';
import {
  correctMembershipInput,
  endMembershipInput,
  openMembershipInput,
  withdrawMembershipInput,
} from './schema';

export const openMembershipAction = action(openMembershipInput, async (ctx, input) => {
  const outcome = orSentence(await openMembership(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const endMembershipAction = action(endMembershipInput, async (ctx, input) => {
  const outcome = orSentence(await endMembership(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const correctMembershipAction = action(correctMembershipInput, async (ctx, input) => {
  const outcome = orSentence(await correctMembership(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});

export const withdrawMembershipAction = action(withdrawMembershipInput, async (ctx, input) => {
  const outcome = orSentence(await withdrawMembership(ctx, input));
  revalidatePath('/', 'layout');
  return outcome;
});
