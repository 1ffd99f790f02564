'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { answerOffers, handOver } from './commands';
import { handoverRefusals } from './refusals';
import { answerInput, handOverInput } from './schema';

export const handOverAction = action(handOverInput, async (ctx, input) => {
  const done = await handOver(ctx, input);
  if (!done.ok) throw new Conflict(handoverRefusals[done.reason]);
  const said = new URLSearchParams({
    given: String(done.assigned),
    asked: String(done.offered),
    to: done.to,
  });
  const isOwn = !input.fromHandle || input.fromHandle === ctx.actor.handle;
  leadTo(`/wiki-reviews/handover${isOwn ? '' : `/${input.fromHandle}`}?${said}`);
});

export const answerOffersAction = action(answerInput, async (ctx, input) => {
  const done = await answerOffers(ctx, input);
  if (!done.ok) throw new Conflict(handoverRefusals[done.reason]);
  leadTo('/wiki-reviews');
});
