import { diffLines, diffWordsWithSpace } from 'diff';
import { SectionTracker } from './sections';

/** A stretch of a line; `isChanged` where the other version says something else. */
export type Stretch = { text: string; isChanged: boolean };

export type ShownLine = { kind: 'same' | 'added' | 'removed'; stretches: Stretch[] };

/** So many lines that both versions share, folded away; `section` is the heading that the next shown line stands under. */
export type FoldedLines = {
  kind: 'skipped';
  count: number;
  lines: string[];
  section: string | null;
};

export type DifferenceLine = ShownLine | FoldedLines;

/** Shared lines shown before and after a change. */
const AROUND = 3;
/** Beyond this the two texts have little in common, and finding what they share takes too long. */
const EDITS_MAX = 1_000;
/** Of very long texts the folded lines are counted, not sent. */
const FOLDED_MAX = 2_000;

/** What one text has that the other has not, line by line and, where a line was reworded, word by word. */
export function differenceOf(before: string, after: string): DifferenceLine[] {
  return withoutLongSameness(allLines(before, after));
}

/** The headings under which something changed, in the order of the text. */
export function changedSections(before: string, after: string): string[] {
  const lines = allLines(before, after);
  const sections = sectionsOf(lines);
  const changed = sections.filter(
    (section, index): section is string => section !== null && lines[index]?.kind !== 'same',
  );
  return [...new Set(changed)];
}

/** True when the two texts read the same. */
export const isSame = (lines: readonly DifferenceLine[]) =>
  lines.every(({ kind }) => kind === 'same' || kind === 'skipped');

function allLines(before: string, after: string): ShownLine[] {
  const runs = diffLines(before, after, { maxEditLength: EDITS_MAX }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const lines: ShownLine[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (!run) continue;
    if (run.removed && next?.added) {
      for (const line of reworded(linesOf(run.value), linesOf(next.value))) lines.push(line);
      index++;
    } else {
      const kind = run.removed ? 'removed' : run.added ? 'added' : 'same';
      for (const text of linesOf(run.value)) lines.push(whole(kind, text));
    }
  }
  return lines;
}

function reworded(before: string[], after: string[]): ShownLine[] {
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

function wordsOf(before: string, after: string): [ShownLine, ShownLine] {
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

function withoutLongSameness(lines: ShownLine[]): DifferenceLine[] {
  const sections = sectionsOf(lines);
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let place = index - AROUND; place <= index + AROUND; place++) near.add(place);
  });
  const shown: DifferenceLine[] = [];
  let folded = 0;
  lines.forEach((line, index) => {
    let last = shown.at(-1);
    if (near.has(index)) {
      if (last?.kind === 'skipped') last.section = sections[index] ?? null;
      shown.push(line);
      return;
    }
    if (last?.kind !== 'skipped') {
      last = { kind: 'skipped', count: 0, lines: [], section: null };
      shown.push(last);
    }
    last.count++;
    if (folded++ < FOLDED_MAX) last.lines.push(textOf(line));
  });
  return shown;
}

/** The heading above each line, in the version that the line belongs to. */
function sectionsOf(lines: ShownLine[]): (string | null)[] {
  const before = new SectionTracker();
  const after = new SectionTracker();
  return lines.map((line) => {
    const text = textOf(line);
    const under = line.kind === 'added' ? null : before.follow(text);
    return line.kind === 'removed' ? under : after.follow(text);
  });
}

export const textOf = ({ stretches }: ShownLine) => stretches.map(({ text }) => text).join('');

const whole = (kind: ShownLine['kind'], text: string): ShownLine => ({
  kind,
  stretches: [{ text, isChanged: kind !== 'same' }],
});

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
