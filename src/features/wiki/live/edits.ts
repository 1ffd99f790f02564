import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';

export type Edit = { at: number; remove: number; insert: string };

/** Above this many characters, a passage that changed is replaced whole: comparing words takes too long. */
const WORDS_MAX = 20_000;

/** How one text becomes another: by lines first, and by words within lines that changed. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let at = 0;
  for (const [removed, added] of passages(diffLines(before, after))) {
    if (removed === added) {
      at += removed.length;
      continue;
    }
    edits.push(...wordEdits(removed, added).map((edit) => ({ ...edit, at: edit.at + at })));
    at += removed.length;
  }
  return edits;
}

/** Pairs what was removed with what was added in its place; what stayed is paired with itself. */
function* passages(changes: ChangeObject<string>[]): Generator<[string, string]> {
  let removed = '';
  let added = '';
  for (const change of changes) {
    if (change.removed) removed += change.value;
    else if (change.added) added += change.value;
    else {
      if (removed || added) yield [removed, added];
      removed = '';
      added = '';
      yield [change.value, change.value];
    }
  }
  if (removed || added) yield [removed, added];
}

function wordEdits(removed: string, added: string): Edit[] {
  if (!removed || !added || removed.length + added.length > WORDS_MAX) {
    return [{ at: 0, remove: removed.length, insert: added }];
  }
  const edits: Edit[] = [];
  let at = 0;
  for (const [before, after] of passages(diffWordsWithSpace(removed, added))) {
    if (before !== after) edits.push({ at, remove: before.length, insert: after });
    at += before.length;
  }
  return edits;
}
