import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { canEditSynonyms } from '../policy';

/** More would be read with every search. */
const GROUPS_MAX = 500;

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'already-listed'; term: string }
  | { ok: false; reason: 'full' | 'gone' };

/** Adds words that mean the same. A word stands in one group only. */
export async function addSynonym(context: Context, terms: string[]): Promise<Outcome> {
  authorize(canEditSynonyms(context.actor));
  return transact(async (tx) => {
    const taken = await takenTerm(tx, terms, null);
    if (taken) return { ok: false, reason: 'already-listed', term: taken };
    if ((await tx.searchSynonym.count()) >= GROUPS_MAX) return { ok: false, reason: 'full' };
    const { id } = await tx.searchSynonym.create({
      data: { terms, createdAt: context.now, updatedAt: context.now },
    });
    await recordAudit(tx, context, {
      action: 'synonym.added',
      subjectKind: 'SearchSynonym',
      subjectId: id,
      after: { terms },
    });
    return { ok: true };
  });
}

export async function editSynonym(
  context: Context,
  { id, terms }: { id: string; terms: string[] },
): Promise<Outcome> {
  authorize(canEditSynonyms(context.actor));
  return transact(async (tx) => {
    const taken = await takenTerm(tx, terms, id);
    if (taken) return { ok: false, reason: 'already-listed', term: taken };
    const before = await tx.searchSynonym.findUnique({ where: { id } });
    if (!before) return { ok: false, reason: 'gone' };
    await tx.searchSynonym.update({ where: { id }, data: { terms, updatedAt: context.now } });
    await recordAudit(tx, context, {
      action: 'synonym.changed',
      subjectKind: 'SearchSynonym',
      subjectId: id,
      before: { terms: before.terms },
      after: { terms },
    });
    return { ok: true };
  });
}

export async function removeSynonym(context: Context, id: string): Promise<Outcome> {
  authorize(canEditSynonyms(context.actor));
  return transact(async (tx) => {
    const [before] = await tx.$queryRaw<{ terms: string[] }[]>`
      DELETE FROM "SearchSynonym" WHERE id = ${id} RETURNING terms`;
    if (!before) return { ok: false, reason: 'gone' };
    await recordAudit(tx, context, {
      action: 'synonym.removed',
      subjectKind: 'SearchSynonym',
      subjectId: id,
      before: { terms: before.terms },
    });
    return { ok: true };
  });
}

/** Changes of the list wait for each other, so that two at once cannot list one word twice. */
async function takenTerm(
  tx: Transaction,
  terms: string[],
  except: string | null,
): Promise<string | null> {
  await tx.$executeRaw`LOCK TABLE "SearchSynonym" IN SHARE ROW EXCLUSIVE MODE`;
  const [taken] = await tx.$queryRaw<{ term: string }[]>`
    SELECT term FROM "SearchSynonym" s, unnest(s.terms) AS t (term)
     WHERE (${except}::text IS NULL OR s.id <> ${except})
       AND lower(term) = ANY (${terms.map((term) => term.toLowerCase())}::text[]) LIMIT 1`;
  return taken?.term ?? null;
}
