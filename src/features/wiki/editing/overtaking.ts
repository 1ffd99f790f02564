import { differenceOf } from '../history/difference';
import { type MergePart, mergeTexts, mergeValues } from './merging';

type Text = { title: string; markdown: string };

type SavedMeanwhile = Text & {
  number: number;
  createdAt: Date;
  changeSummary: string;
  author: { name: string } | null;
};

/**
 * What a writer is shown whose page was saved by somebody else meanwhile: what the other changed,
 * the places where both changed the same, and both texts in one, in the form in place of their own.
 */
export function broughtTogether<Input extends Text>(
  input: Input,
  { base, current }: { base: Text; current: SavedMeanwhile },
) {
  const merge = mergeTexts(base.markdown, input.markdown, current.markdown);
  return {
    input: {
      ...input,
      title: mergeValues(base.title, input.title, current.title),
      markdown: merge.text,
    },
    current: {
      number: current.number,
      title: current.title,
      markdown: current.markdown,
      savedAt: current.createdAt,
      by: current.author?.name ?? null,
      changeSummary: current.changeSummary,
    },
    yours: { title: input.title, markdown: input.markdown },
    theirChanges: differenceOf(base.markdown, current.markdown),
    conflicts: merge.conflicts.map(besideEachOther),
    mergedChanges: differenceOf(current.markdown, merge.text),
  };
}

const besideEachOther = ({ mine, theirs }: Extract<MergePart, { kind: 'conflict' }>) =>
  differenceOf(withEnd(mine), withEnd(theirs));

const withEnd = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
