import { mergeTexts, mergeValues } from '../editing/merging';

type Text = { title: string; markdown: string };

/** What accepting a proposal would make of the page as it stands. */
export type AcceptedText = Text & {
  /** The page was changed since the proposal was begun. */
  isMerged: boolean;
  /** How many places were changed by both, so that somebody has to choose. */
  conflicts: number;
};

export function acceptedText(base: Text, proposed: Text, current: Text): AcceptedText {
  if (base.markdown === current.markdown && base.title === current.title) {
    return { ...textOf(proposed), isMerged: false, conflicts: 0 };
  }
  const merge = mergeTexts(base.markdown, proposed.markdown, current.markdown);
  return {
    title: mergeValues(base.title, proposed.title, current.title),
    markdown: merge.text,
    isMerged: true,
    conflicts: merge.conflicts.length,
  };
}

const textOf = ({ title, markdown }: Text): Text => ({ title, markdown });
