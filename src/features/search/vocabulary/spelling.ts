export type KnownWord = { word: string; entries: number };

/** One slip is forgiven in a short word, two in a long one. */
const slipsForgiven = (length: number) => (length < 8 ? 1 : 2);

/** How many slips apart two words are: a letter too many, missing, wrong, or two swapped. */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known word that was probably meant: the fewest slips away, then the most used; null when none is near. */
export function meantWord(typed: string, candidates: readonly KnownWord[]): string | null {
  const near = candidates
    .map((candidate) => ({ ...candidate, slips: slipsBetween(typed, candidate.word) }))
    .filter(({ slips }) => slips > 0 && slips <= slipsForgiven(typed.length))
    .toSorted((a, b) => a.slips - b.slips || b.entries - a.entries || (a.word < b.word ? -1 : 1));
  return near[0]?.word ?? null;
}
