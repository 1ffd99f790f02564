export const handOnRefusals = {
  'unknown-unit':
    'No unit has this address or name. Choose a guild, sub-guild, squad or working group of the list.',
  'cannot-keep':
    'A space is kept by a guild, sub-guild, squad or working group. Choose one of these.',
  'unit-ended': 'This unit has ended or ends today. Choose one that goes on.',
  'same-unit': 'This unit keeps the space already.',
  'offered-already': 'The space is offered to a unit already. Take that back first.',
  'no-longer-offered': 'The space is no longer offered: reload to see who keeps it.',
} as const;
