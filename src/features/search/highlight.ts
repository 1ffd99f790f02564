/** Marks around what matched; characters that no text carries, so they cannot be forged. */
export const MARK_START = '\u0002';
export const MARK_END = '\u0003';

export type Passage = { text: string; isMatch: boolean }[];

/** Cuts a passage from the database into matching and other parts, to be drawn without HTML. */
export function passageOf(marked: string): Passage {
  return marked
    .split(MARK_START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isMatch: false }];
      const [match = '', rest = ''] = part.split(MARK_END);
      return [
        { text: match, isMatch: true },
        { text: rest, isMatch: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
