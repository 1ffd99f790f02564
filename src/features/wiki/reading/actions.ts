'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/features/identity/action';
import { forgetReadings } from './commands';

const forgetInput = z.object({ pageId: z.string().optional() });

export const forgetReadingsAction = action(forgetInput, async (ctx, { pageId }) => {
  await forgetReadings(ctx, pageId);
  revalidatePath('/wiki');
});
