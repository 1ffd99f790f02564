/** Why a page was not saved, for the person who wrote it: what is so, and what to do. */
export const refusals = {
  archived: 'This page is in the archive. Put it back before you edit it.',
  'changed-underneath':
    'Somebody saved this page meanwhile. Open it again to see what it says now.',
  'unknown-steward': 'Nobody here has one of these handles. Use those from the people’s pages.',
  unsettled:
    'Your text still holds two versions of one place. Keep what is right and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  'no-such-space': 'There is no such space. Choose one of the list.',
  'beneath-itself':
    'A page cannot be moved beneath itself. Choose an address outside its own folder.',
  'too-long':
    'With this address, one of the pages beneath would have too long a one. Choose a shorter address.',
  'not-all-yours':
    'Some of the pages beneath are kept by others, who would have to move them. Move this page alone, or ask a lead of those who own the space.',
  'too-many':
    'There are more pages beneath than can be moved at once. Move its folders one by one.',
  'moved-meanwhile': 'Somebody moved this page meanwhile. Open it again to see where it is now.',
  'leads-elsewhere':
    'This address still leads on to a space that moved from there. Choose another one.',
  'space-changed-underneath':
    'Somebody changed the same of this space meanwhile. Open it again to see what it says now.',
  taken: 'There is already something at this address. Choose another one.',
} as const;

export type RefusalReason = keyof typeof refusals;

/** The field that a refusal is about. */
const fieldOf = {
  archived: 'form',
  'changed-underneath': 'form',
  'unknown-steward': 'stewardHandles',
  unsettled: 'markdown',
  'no-such-space': 'form',
  'beneath-itself': 'form',
  'too-long': 'form',
  'not-all-yours': 'form',
  'too-many': 'form',
  'moved-meanwhile': 'form',
  'leads-elsewhere': 'form',
  'space-changed-underneath': 'form',
  taken: 'path',
} as const satisfies Record<RefusalReason, string>;

/** A refusal as a form shows it: beside its field, with what was typed. */
export const refusedInput = <Input>(reason: RefusalReason, input: Input) =>
  ({ outcome: 'refused', field: fieldOf[reason], message: refusals[reason], input }) as const;
