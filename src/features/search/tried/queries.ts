import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { listCandidates } from '../candidates/queries';
import { type Hit, readHits } from '../hits/queries';
import { listNearMeaning } from '../meaning/queries';
import { canSearch } from '../policy';
import { inOrder } from '../ranking';
import type { SubjectKind } from '../subject-kinds';
import { understandQuery } from '../vocabulary/queries';

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
  const best = kinds.flatMap((kind) =>
    ranked.filter(({ key }) => key.startsWith(`${kind} `)).slice(0, SHOWN[kind]),
  );
  const hits = await readHits(context, best, understood);
  return kinds
    .map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0);
}
