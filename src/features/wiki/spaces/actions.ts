'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { spaceHref } from '../addresses';
import { refusals } from '../refusals';
import { spaceChangeInput } from '../schema';
import { changeSpace } from './commands';

/** Names, describes or moves a space; its former address leads on. */
export const changeSpaceAction = action(spaceChangeInput, async (ctx, input) => {
  const changed = await changeSpace(ctx, input);
  if (!changed.ok) throw new Conflict(refusals[changed.reason]);
  leadTo(spaceHref(changed.slug));
});
