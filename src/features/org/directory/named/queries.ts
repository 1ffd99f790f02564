import 'server-only';
import type { Transaction } from '@/foundation/db';

type Reader = Pick<Transaction, '$queryRaw'>;
type Named = { id: string; isKey: boolean };

/**
 * The id of whoever is meant by a handle, or by a name that only one person has: so that a form works
 * without the list of offers that JavaScript brings.
 */
export async function findPersonNamed(tx: Reader, word: string): Promise<string | null> {
  return theOne(
    await tx.$queryRaw<Named[]>`
    SELECT p.id, p.handle = ${word} AS "isKey" FROM "Person" p
    WHERE p.handle = ${word} OR plain_text(p.name) = plain_text(${word})
    ORDER BY 2 DESC LIMIT 2`,
  );
}

/** The id of the unit meant by a slug, or by a name that only one unit has. */
export async function findUnitNamed(tx: Reader, word: string): Promise<string | null> {
  return theOne(
    await tx.$queryRaw<Named[]>`
    SELECT u.id, u.slug = ${word} AS "isKey" FROM "OrgUnit" u
    WHERE u.slug = ${word} OR plain_text(u.name) = plain_text(${word})
    ORDER BY 2 DESC LIMIT 2`,
  );
}

function theOne([first, second]: Named[]): string | null {
  return first && (first.isKey || !second) ? first.id : null;
}
