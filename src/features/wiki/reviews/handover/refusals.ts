export const handoverRefusals = {
  'unknown-person': 'Nobody who works here has this handle. Choose one of those that are offered.',
  'leaves-too': 'That person leaves as well. Choose somebody who stays.',
  'same-person': 'These pages are kept by that person already.',
  'no-longer-offered': 'These pages are no longer offered to you: reload to see where they are.',
} as const;
