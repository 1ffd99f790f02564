/** The portal's main places: in the navigation, in the palette, and behind `g` and a letter. */
export const places = [
  { href: '/', label: 'Today', key: 't' },
  { href: '/techniques', label: 'Techniques', key: 'k' },
  { href: '/wiki', label: 'Wiki', key: 'w' },
  { href: '/meetups', label: 'Meetups', key: 'm' },
  { href: '/working-groups', label: 'Working groups', key: 'g' },
  { href: '/org', label: 'Organisation', key: 'o' },
  { href: '/people', label: 'People', key: 'p' },
] as const;

export type Place = (typeof places)[number];
