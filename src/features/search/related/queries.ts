import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { type Question, question } from '@/foundation/questions';
import { audienceKeysOf, canSearch } from '../policy';
import { isSubjectKind, kindLabel } from '../subject-kinds';

const SHOWN = 5;

type RelatedRow = { kind: string; title: string; address: string; isObsolete: boolean };
export type Related = { kindLabel: string; title: string; address: string; isObsolete: boolean };

/** What is near a subject, as background work found it: one look-up by an index. */
export function relatedTo(
  { actor }: Context,
  kind: string,
  subjectId: string,
): Question<Related[]> {
  authorize(canSearch(actor));
  return question<RelatedRow, Related[]>(
    `SELECT e.kind, e.title, e.address, e."isObsolete"
       FROM "SearchRelated" r JOIN "SearchEntry" e ON e.kind = r."relatedKind" AND e."subjectId" = r."relatedId"
      WHERE r.kind = $1 AND r."subjectId" = $2 AND ($3::text[] IS NULL OR e.audience IS NULL OR e.audience && $3)
      ORDER BY r.position LIMIT ${SHOWN}`,
    [kind, subjectId, audienceKeysOf(actor)],
    (rows) =>
      rows.map(({ kind: of, ...row }) => ({
        ...row,
        kindLabel: isSubjectKind(of) ? kindLabel(of) : '',
      })),
  );
}
