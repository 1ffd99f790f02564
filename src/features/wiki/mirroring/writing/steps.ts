/** What a mirror does not yet show of its space, as the database tells it. */
export type WaitingRevision = {
  pageId: string;
  number: number;
  /** Where the page lies, and where the branch has it; null when it has not. */
  path: string;
  mirroredPath: string | null;
  at: Date;
  authorId: string | null;
  isImported: boolean;
};

export type WaitingPage = {
  pageId: string;
  /** Null when the page is not to be in the mirror any more. */
  path: string | null;
  /** Null when it is not there yet. */
  mirroredPath: string | null;
  number: number | null;
  mirroredNumber: number | null;
  /** When it was moved, archived or taken elsewhere. */
  at: Date;
};

/** One page as one commit leaves it. */
export type Placing = { pageId: string; number: number; path: string; leaves: string | null };

export type Step =
  | { kind: 'revisions'; at: Date; placings: Placing[] }
  | { kind: 'moved' | 'restored'; at: Date; placings: Placing[] }
  | { kind: 'removed'; at: Date; pages: { pageId: string; leaves: string }[] };

type Lying = { path: string; number: number };

/** How many pages one commit takes up or away, so that it is written well within the lease. */
const TOGETHER_MAX = 200;

/**
 * Puts what waits into the order in which it happened, each step a commit. A revision from before
 * a move is written where the page lay then; what one import brought is one step.
 * @param until later changes wait, because revisions before them do
 */
export function stepsFor(
  revisions: readonly WaitingRevision[],
  pages: readonly WaitingPage[],
  until: Date | null = null,
): Step[] {
  const moves = pages.filter(
    ({ path, mirroredPath }) => path && mirroredPath && path !== mirroredPath,
  );
  const lying = new Map<string, Lying>();
  const written = revisionSteps(
    revisions,
    new Map(moves.map((page) => [page.pageId, page])),
    lying,
  );
  const others = [...movesLeft(moves, lying), ...removals(pages), ...restorings(pages, lying)];
  return merged(
    written,
    others.filter(({ at }) => !until || at <= until),
  );
}

function revisionSteps(
  revisions: readonly WaitingRevision[],
  moves: ReadonlyMap<string, WaitingPage>,
  lying: Map<string, Lying>,
): Step[] {
  const steps: Extract<Step, { kind: 'revisions' }>[] = [];
  let last: WaitingRevision | null = null;
  for (const revision of revisions) {
    const { pageId, number, at } = revision;
    const move = moves.get(pageId);
    const path = (move && at < move.at && move.mirroredPath) || revision.path;
    const before = lying.get(pageId)?.path ?? revision.mirroredPath;
    const placing = { pageId, number, path, leaves: before === path ? null : before };
    lying.set(pageId, { path, number });
    const step = steps.at(-1);
    if (step && last && isOneImport(last, revision)) step.placings.push(placing);
    else steps.push({ kind: 'revisions', at, placings: [placing] });
    last = revision;
  }
  return steps;
}

const isOneImport = (a: WaitingRevision, b: WaitingRevision) =>
  a.isImported &&
  b.isImported &&
  a.pageId !== b.pageId &&
  a.authorId === b.authorId &&
  a.at.getTime() === b.at.getTime();

/** Moves that no revision brought along; those of one moment are one step, for pages may swap places. */
function movesLeft(moves: readonly WaitingPage[], lying: ReadonlyMap<string, Lying>): Step[] {
  const steps = new Map<number, Extract<Step, { kind: 'moved' | 'restored' }>>();
  for (const { pageId, path, mirroredPath, mirroredNumber, at } of moves) {
    const before = lying.get(pageId)?.path ?? mirroredPath;
    const number = lying.get(pageId)?.number ?? mirroredNumber;
    if (!path || !number || before === path) continue;
    const step = steps.get(at.getTime()) ?? { kind: 'moved', at, placings: [] };
    step.placings.push({ pageId, number, path, leaves: before });
    steps.set(at.getTime(), step);
  }
  return [...steps.values()];
}

const removals = (pages: readonly WaitingPage[]): Step[] =>
  together(
    pages.flatMap(({ pageId, path, mirroredPath, at }) =>
      path === null && mirroredPath !== null ? [{ at, of: { pageId, leaves: mirroredPath } }] : [],
    ),
  ).map(({ at, all }) => ({ kind: 'removed', at, pages: all }));

/** Pages whose text there is not ours, or whose title, kind, keepers or reviews are others by now. */
const restorings = (pages: readonly WaitingPage[], lying: ReadonlyMap<string, Lying>): Step[] =>
  together(
    pages.flatMap(({ pageId, path, mirroredPath, number, mirroredNumber, at }) =>
      path && number && path === mirroredPath && number === mirroredNumber && !lying.has(pageId)
        ? [{ at, of: { pageId, number, path, leaves: null } }]
        : [],
    ),
  ).map(({ at, all }) => ({ kind: 'restored', at, placings: all }));

/** What happened at one moment, so many at a time. */
function together<Item>(items: readonly { at: Date; of: Item }[]): { at: Date; all: Item[] }[] {
  const groups: { at: Date; all: Item[] }[] = [];
  const open = new Map<number, Item[]>();
  for (const { at, of } of items) {
    const group = open.get(at.getTime());
    if (group && group.length < TOGETHER_MAX) group.push(of);
    else {
      const all = [of];
      open.set(at.getTime(), all);
      groups.push({ at, all });
    }
  }
  return groups;
}

/** Keeps the order of revisions, and puts the others between them by their time. */
function merged(revisions: readonly Step[], others: readonly Step[]): Step[] {
  const steps: Step[] = [];
  const waiting = others.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const revision of revisions) {
    while (waiting[0] && waiting[0].at <= revision.at) steps.push(...waiting.splice(0, 1));
    steps.push(revision);
  }
  return [...steps, ...waiting];
}
