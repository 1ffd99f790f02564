'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { spaceHref } from '../../addresses';
import { answerSpaceOffer, handOnSpace } from './commands';
import { handOnRefusals } from './refusals';
import { answerSpaceInput, handOnSpaceInput } from './schema';

/** Where a space's name, address and keepers are looked after. */
const settingsHref = (slug: string) => `/wiki-space/${slug}`;

export const handOnSpaceAction = action(handOnSpaceInput, async (ctx, input) => {
  const done = await handOnSpace(ctx, input);
  if (!done.ok) throw new Conflict(handOnRefusals[done.reason]);
  leadTo(done.isTaken ? spaceHref(done.slug) : settingsHref(done.slug));
});

export const answerSpaceOfferAction = action(answerSpaceInput, async (ctx, input) => {
  const done = await answerSpaceOffer(ctx, input);
  if (!done.ok) throw new Conflict(handOnRefusals[done.reason]);
  leadTo(input.answer === 'withdraw' ? settingsHref(done.slug) : spaceHref(done.slug));
});
