/** Dark enough for white letters on them, and told apart by most eyes. */
const COLOURS = [
  '#0b6e4f',
  '#9a3412',
  '#1d4ed8',
  '#7e22ce',
  '#9d174d',
  '#155e75',
  '#b91c1c',
  '#4d5b00',
];

/** The colour of somebody's cursor, the same in every browser. */
export function colourOf(handle: string): { color: string; colorLight: string } {
  let sum = 0;
  for (const character of handle) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  const color = COLOURS[sum % COLOURS.length] as string;
  return { color, colorLight: `${color}33` };
}
