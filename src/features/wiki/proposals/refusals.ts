/** Why nothing came of it, for the person who tried. */
export const proposalRefusals = {
  archived: 'This page is in the archive; it is not changed any more.',
  'nothing-changed': 'Your text is the same as the page’s. Change something first.',
  unsettled:
    'Your text still holds two versions of one place. Keep what is right and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  'moved-on': 'The page was changed while you read. Look at the proposal again, then decide.',
  overlaps:
    'The page was changed at the same places since. Choose “Edit, then accept” and bring both together.',
} as const;

export const decidedSentence = (by: string, state: string) =>
  `${by} ${{ ACCEPTED: 'accepted', EDITED: 'edited and accepted', DECLINED: 'declined', WITHDRAWN: 'withdrew' }[state] ?? 'decided on'} this proposal before you. Nothing of yours was stored: reload to see what came of it.`;
