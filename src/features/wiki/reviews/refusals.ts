/** Why a review was not recorded, for the person who wrote it: what is so, and what to do. */
export const reviewRefusals = {
  archived: 'This page is in the archive. Put it back before you review it.',
  'changed-underneath':
    'Somebody edited this page since you opened it. Read what it says now, then say whether it is true.',
  'bare-click':
    'Tick every question, or say in a sentence what you looked at. A click alone keeps nothing true.',
  'own-date': 'Choose a day after today, at most two years ahead.',
  'nothing-corrected':
    'Nothing was edited since it was last checked. Edit the page first, or say that it is still true.',
  obsolete: 'This page is marked as obsolete. Say that it is true again before it can need work.',
  'unknown-page':
    'There is no page with this address or title. Choose one of those that are offered.',
  'ambiguous-page': 'Several pages have this title. Give the address of the one you mean.',
  'replaces-itself': 'A page cannot take its own place.',
  'replacement-obsolete': 'That page is obsolete itself. Name the one that holds today.',
} as const;

export type ReviewRefusal = keyof typeof reviewRefusals;
