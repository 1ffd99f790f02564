/** Why a page was not saved, for the person who wrote it: what is so, and what to do. */
export const refusals = {
  archived: 'This page is in the archive. Put it back before you edit it.',
  'changed-underneath':
    'Somebody saved this page meanwhile. Open it again to see what it says now.',
  'unknown-steward': 'Nobody here has one of these handles. Use those from the people’s pages.',
  unsettled:
    'Your text still holds two versions of one place. Keep what is right and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  taken: 'There is already something at this address. Choose another one.',
} as const;

export type RefusalReason = keyof typeof refusals;

/** The field that a refusal is about. */
export const fieldOf = {
  archived: 'form',
  'changed-underneath': 'form',
  'unknown-steward': 'stewardHandles',
  unsettled: 'markdown',
  taken: 'path',
} as const satisfies Record<RefusalReason, string>;
