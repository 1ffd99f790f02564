'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { folderHref, pageHref } from '../addresses';
import { refusals } from '../refusals';
import { moveInput } from '../schema';
import { movePage } from './commands';
import { moveFolder } from './folders/commands';
import { namesOf } from './folders/names';
import { folderMoveInput } from './folders/schema';

/** Puts a page at another address; the old one leads on. */
export const movePageAction = action(moveInput, async (ctx, input) => {
  const moved = await movePage(ctx, input);
  if (!moved.ok) throw new Conflict(refusals[moved.reason]);
  leadTo(pageHref(moved));
});

/** Puts a folder with all its pages at another address; the old ones lead on. */
export const moveFolderAction = action(folderMoveInput, async (ctx, input) => {
  const moved = await moveFolder(ctx, input);
  if (!moved.ok) {
    const names = 'names' in moved ? moved.names : undefined;
    throw new Conflict(folderRefusals[moved.reason] + (names ? ` ${namesOf(names)}` : ''));
  }
  leadTo(folderHref(moved));
});

const folderRefusals = {
  ...refusals,
  'not-all-yours':
    'Nothing was moved: some pages in the folder are moved by others. Ask them, or a lead of those who own the space:',
  'moved-meanwhile':
    'Nothing lies in this folder any more: somebody moved it meanwhile. Open the space to see where it is.',
  clashes: 'Nothing was moved: there are pages already at these addresses. Choose another one:',
};
