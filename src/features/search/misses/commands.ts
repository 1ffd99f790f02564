import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { QUERY_MAX, QUESTION_MAX } from '../limits';
import { canSearch } from '../policy';
import { normaliseQuery } from './normalise';

/** Counts a search that found nothing: what was searched and how often, not by whom. */
export async function recordMiss({ actor, now }: Context, q: string): Promise<void> {
  authorize(canSearch(actor));
  const query = normaliseQuery(q).slice(0, QUERY_MAX);
  if (!query) return;
  await db.$executeRaw`
    INSERT INTO "SearchMiss" AS m (query, searches, "firstAt", "lastAt") VALUES (${query}, 1, ${now}, ${now})
    ON CONFLICT (query) DO UPDATE SET searches = m.searches + 1, "lastAt" = EXCLUDED."lastAt"`;
}

/** Leaves a question that nothing here answers, for those who tend the wiki. */
export async function leaveQuestion(
  { actor, now }: Context,
  problem: string,
): Promise<{ ok: true }> {
  authorize(canSearch(actor));
  const query = problem.replace(/\s+/g, ' ').trim().slice(0, QUESTION_MAX);
  await db.$executeRaw`
    INSERT INTO "SearchMiss" AS m (query, questions, "firstAt", "lastAt") VALUES (${query}, 1, ${now}, ${now})
    ON CONFLICT (query) DO UPDATE SET questions = m.questions + 1, "lastAt" = EXCLUDED."lastAt"`;
  return { ok: true };
}
