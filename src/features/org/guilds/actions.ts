'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/features/identity/action';
import { orSentence } from '../refusals';
import { idInput } from '../schema';
import { joinGuild, leaveGuild } from './commands';

const guildInput = z.object({ unitId: idInput });

export const joinGuildAction = action(guildInput, async (ctx, { unitId }) => {
  const outcome = orSentence(await joinGuild(ctx, unitId));
  revalidatePath('/org', 'layout');
  return outcome;
});

export const leaveGuildAction = action(guildInput, async (ctx, { unitId }) => {
  const outcome = orSentence(await leaveGuild(ctx, unitId));
  revalidatePath('/org', 'layout');
  return outcome;
});
