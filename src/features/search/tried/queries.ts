import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { listCandidates } from '../candidates/queries';
import { type Hit, readHits, type Wanted } from '../hits/queries';
import { listNearMeaning } from '../meaning/queries';
import { canSearch } from '../policy';
import { inOrder } from '../ranking';
import type { SubjectKind } from '../subject-kinds';
import { understandQuery } from '../vocabulary/queries';
import type { Understanding } from '../vocabulary/understanding';
import { listPeopleFor } from './people/queries';

const NEAR = 200;
const SHOWN: Partial<Record<SubjectKind, number>> = {
  technique: 4,
  attempt: 4,
  page: 4,
  talk: 2,
  person: 4,
};
/** A paragraph takes longer to read than a word, and whoever wrote it waits a little. */
const PATIENCE_MILLISECONDS = 1_500;

export type TriedAnswer = { kind: SubjectKind; hits: Hit[] }[];

/** Has anyone tried…? What is close to a problem told in somebody's own words, kind by kind. */
export async function findTried(context: Context, problem: string): Promise<TriedAnswer> {
  authorize(canSearch(context.actor));
  if (!problem) return [];
  const [understood, near] = await Promise.all([
    understandQuery(context, problem),
    listNearMeaning(context, problem, NEAR, PATIENCE_MILLISECONDS),
  ]);
  const { candidates } = await listCandidates(context, problem, understood, near, {});
  const ranked = inOrder(candidates);
  const kinds = Object.keys(SHOWN) as SubjectKind[];
  const best: Wanted[] = kinds.flatMap((kind) =>
    ranked.filter(({ key }) => key.startsWith(`${kind} `)).slice(0, SHOWN[kind]),
  );
  // Somebody to ask beside an answer; without one, nothing is close.
  if (best.length > 0) best.push(...(await peopleBeside(context, understood, best)));
  const hits = await readHits(context, best, understood);
  return kinds
    .map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0);
}

/** People whose profile is about the problem, besides those who were found anyway. */
async function peopleBeside(
  context: Context,
  { weights }: Understanding,
  best: readonly Wanted[],
): Promise<Wanted[]> {
  const known = new Set(best.map(({ key }) => key));
  const room = (SHOWN.person ?? 0) - best.filter(({ key }) => key.startsWith('person ')).length;
  const words = weights.map(({ word }) => word);
  const keys = await listPeopleFor(context, words, room + known.size);
  return keys
    .filter((key) => !known.has(key))
    .slice(0, room)
    .map((key) => ({ key, part: null, freshness: 'unreviewed', squadsUsing: 0 }));
}
