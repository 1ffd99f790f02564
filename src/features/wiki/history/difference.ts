import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a line; `isChanged` where the other version says something else. */
export type Stretch = { text: string; isChanged: boolean };

export type DifferenceLine =
  | { kind: 'same' | 'added' | 'removed'; stretches: Stretch[] }
  /** So many lines that both versions share, left out. */
  | { kind: 'skipped'; count: number };

/** Shared lines shown before and after a change. */
const AROUND = 3;
/** Beyond this the two texts have little in common, and finding what they share takes too long. */
const EDITS_MAX = 1_000;

/** What one text has that the other has not, line by line and, where a line was reworded, word by word. */
export function differenceOf(before: string, after: string): DifferenceLine[] {
  const runs = diffLines(before, after, { maxEditLength: EDITS_MAX }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const lines: DifferenceLine[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (!run) continue;
    if (run.removed && next?.added) {
      lines.push(...reworded(linesOf(run.value), linesOf(next.value)));
      index++;
    } else {
      const kind = run.removed ? 'removed' : run.added ? 'added' : 'same';
      lines.push(...linesOf(run.value).map((text) => whole(kind, text)));
    }
  }
  return withoutLongSameness(lines);
}

/** True when the two texts read the same. */
export const isSame = (lines: readonly DifferenceLine[]) =>
  lines.every(({ kind }) => kind === 'same' || kind === 'skipped');

function reworded(before: string[], after: string[]): DifferenceLine[] {
  // Only lines that stand opposite each other are compared by word; of others each word is new.
  if (before.length !== after.length) {
    return [
      ...before.map((text) => whole('removed', text)),
      ...after.map((text) => whole('added', text)),
    ];
  }
  const pairs = before.map((text, index) => wordsOf(text, after[index] ?? ''));
  return [...pairs.map(([removed]) => removed), ...pairs.map(([, added]) => added)];
}

function wordsOf(before: string, after: string): [DifferenceLine, DifferenceLine] {
  const words = diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX });
  if (!words) return [whole('removed', before), whole('added', after)];
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    words
      .filter((word) => !word[other])
      .map((word) => ({ text: word.value, isChanged: Boolean(word[own]) }));
  return [
    { kind: 'removed', stretches: side('added', 'removed') },
    { kind: 'added', stretches: side('removed', 'added') },
  ];
}

function withoutLongSameness(lines: DifferenceLine[]): DifferenceLine[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let place = index - AROUND; place <= index + AROUND; place++) near.add(place);
  });
  const shown: DifferenceLine[] = [];
  lines.forEach((line, index) => {
    const last = shown.at(-1);
    if (near.has(index)) shown.push(line);
    else if (last?.kind === 'skipped') last.count++;
    else shown.push({ kind: 'skipped', count: 1 });
  });
  return shown;
}

const whole = (kind: 'same' | 'added' | 'removed', text: string): DifferenceLine => ({
  kind,
  stretches: [{ text, isChanged: kind !== 'same' }],
});

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
