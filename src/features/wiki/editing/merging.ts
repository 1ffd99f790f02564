import { diffArrays } from 'diff';

export type MergePart =
  | { kind: 'settled'; lines: string[]; by: 'neither' | 'mine' | 'theirs' | 'both' | 'words' }
  /** Both changed the same place in different ways: somebody has to choose. */
  | { kind: 'conflict'; base: string[]; mine: string[]; theirs: string[] };

export type Merge = {
  parts: MergePart[];
  conflicts: Extract<MergePart, { kind: 'conflict' }>[];
  /** The merged text; where both changed the same place it holds both, between marks. */
  text: string;
};

/** Beyond this a side has little in common with where it began, and its change counts as one. */
const EDITS_MAX = 1_000;

export const MINE_MARK = '<<<<<<< your text';
export const MIDDLE_MARK = '=======';
export const THEIRS_MARK = '>>>>>>> saved text';

/**
 * Brings together two texts that were both begun from a third: what only one side changed is
 * taken, what both changed is compared by words, and what they changed differently stays apart.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const parts = mergeRuns(base.split('\n'), mine.split('\n'), theirs.split('\n')).map(finer);
  const conflicts = parts.filter((part) => part.kind === 'conflict');
  return { parts, conflicts, text: parts.flatMap(linesOf).join('\n') };
}

/** Of a title or another single value: whoever changed it wins; of two changes mine does. */
export const mergeValues = <Value>(base: Value, mine: Value, theirs: Value): Value =>
  mine === base ? theirs : mine;

/** True while a text still holds both sides of a place that nobody has decided on. */
export function isUnsettled(text: string): boolean {
  const lines = text.split('\n');
  return lines.includes(MINE_MARK) || lines.includes(THEIRS_MARK);
}

function linesOf(part: MergePart): string[] {
  if (part.kind === 'settled') return part.lines;
  return [MINE_MARK, ...part.mine, MIDDLE_MARK, ...part.theirs, THEIRS_MARK];
}

/** Where the lines of both sides differ, their words may still be apart. */
function finer(part: MergePart): MergePart {
  if (part.kind !== 'conflict' || part.base.length === 0) return part;
  const [base, mine, theirs] = [part.base, part.mine, part.theirs].map(wordsOf);
  const words = mergeRuns(base ?? [], mine ?? [], theirs ?? []);
  if (words.some(({ kind }) => kind === 'conflict')) return part;
  const text = words.flatMap((run) => (run.kind === 'settled' ? run.lines : [])).join('');
  return { kind: 'settled', lines: text.split('\n'), by: 'words' };
}

const wordsOf = (lines: string[]) => lines.join('\n').match(/\s+|[^\s]+/g) ?? [];

/** One side's change: the base's stretch from–to became these lines. */
type Hunk = { from: number; to: number; lines: string[] };

function mergeRuns(base: string[], mine: string[], theirs: string[]): MergePart[] {
  const [ours, others] = [hunksOf(base, mine), hunksOf(base, theirs)];
  const parts: MergePart[] = [];
  let at = 0;
  while (ours.length > 0 || others.length > 0) {
    const { from, to, mineHunks, theirHunks } = nextGroup(ours, others);
    if (from > at) parts.push({ kind: 'settled', lines: base.slice(at, from), by: 'neither' });
    const stretch = { from, to };
    parts.push(
      partOf(
        base.slice(from, to),
        mineHunks.length > 0 ? applied(base, mineHunks, stretch) : null,
        theirHunks.length > 0 ? applied(base, theirHunks, stretch) : null,
      ),
    );
    at = to;
  }
  if (at < base.length) parts.push({ kind: 'settled', lines: base.slice(at), by: 'neither' });
  return parts;
}

/** Takes the next changes that overlap or touch each other off both lists. */
function nextGroup(ours: Hunk[], others: Hunk[]) {
  const from = Math.min(ours[0]?.from ?? Infinity, others[0]?.from ?? Infinity);
  const group = { from, to: from, mineHunks: [] as Hunk[], theirHunks: [] as Hunk[] };
  const take = (waiting: Hunk[], taken: Hunk[]) => {
    const [next] = waiting;
    if (!next || next.from > group.to) return false;
    group.to = Math.max(group.to, next.to);
    taken.push(next);
    waiting.shift();
    return true;
  };
  while (take(ours, group.mineHunks) || take(others, group.theirHunks));
  return group;
}

function partOf(base: string[], mine: string[] | null, theirs: string[] | null): MergePart {
  if (!theirs) return { kind: 'settled', lines: mine ?? base, by: 'mine' };
  if (!mine) return { kind: 'settled', lines: theirs, by: 'theirs' };
  return isEqual(mine, theirs)
    ? { kind: 'settled', lines: mine, by: 'both' }
    : { kind: 'conflict', base, mine, theirs };
}

/** A stretch of the base as one side's changes leave it. */
function applied(base: string[], hunks: Hunk[], { from, to }: { from: number; to: number }) {
  const lines: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
  }
  return [...lines, ...base.slice(at, to)];
}

function hunksOf(base: string[], other: string[]): Hunk[] {
  const runs = diffArrays(base, other, { maxEditLength: EDITS_MAX });
  if (!runs) return [{ from: 0, to: base.length, lines: other }];
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { added, removed, value } of runs) {
    const last = hunks.at(-1);
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const to = removed ? at + value.length : at;
    if (last && last.to === at) {
      last.to = to;
      if (added) last.lines.push(...value);
    } else {
      hunks.push({ from: at, to, lines: added ? [...value] : [] });
    }
    at = to;
  }
  return hunks;
}

const isEqual = (one: string[], other: string[]) =>
  one.length === other.length && one.every((line, index) => line === other[index]);
