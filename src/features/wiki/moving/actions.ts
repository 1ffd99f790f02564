'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { pageHref } from '../addresses';
import { refusals } from '../refusals';
import { moveInput } from '../schema';
import { movePage } from './commands';

/** Puts a page at another address; the old one leads on. */
export const movePageAction = action(moveInput, async (ctx, input) => {
  const moved = await movePage(ctx, input);
  if (!moved.ok) throw new Conflict(refusals[moved.reason]);
  leadTo(pageHref(moved));
});
