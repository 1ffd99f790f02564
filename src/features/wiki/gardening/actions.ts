'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { handOver } from '../reviews/handover/commands';
import { handoverRefusals } from '../reviews/handover/refusals';
import { tellApart } from './likeness/commands';

const pairInput = z.object({ pageId: z.string(), otherId: z.string() });

export const tellApartAction = action(pairInput, async (ctx, { pageId, otherId }) => {
  await tellApart(ctx, pageId, otherId);
  revalidatePath('/wiki-gardening');
});

/** "I will keep it": for a page that nobody keeps. */
export const takeUpAction = action(z.object({ pageId: z.string() }), async (ctx, { pageId }) => {
  const done = await handOver(ctx, { pageIds: [pageId], toHandle: ctx.actor.handle, note: '' });
  if (!done.ok) throw new Conflict(handoverRefusals[done.reason]);
  revalidatePath('/wiki-gardening');
});
