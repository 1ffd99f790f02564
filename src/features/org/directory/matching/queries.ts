import 'server-only';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { beginningPatterns, swappedLetters } from '../search-words';

/** How alike a word of a name must be; Postgres' own 0.6 would not forgive a letter left out of "Sophie". */
const WORD_LIKENESS = 0.45;

/** Runs a query in which `%>` forgives typing mistakes. The setting ends with the transaction, so a pooler is safe. */
export async function withNameTolerance<Result>(
  query: (tx: Pick<Transaction, '$queryRaw'>) => Prisma.PrismaPromise<Result>,
): Promise<Result> {
  const [, result] = await db.$transaction([
    db.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(WORD_LIKENESS)}, true)`,
    query(db),
  ]);
  return result;
}

/**
 * SQL for "this name is what was meant": for each word typed, a word of the name begins so (two letters
 * may be the wrong way round) or is like it. Every branch is answered by the trigram index.
 */
export function nameMatches(name: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    words.map((word) => wordMatches(name, word)),
    ' AND ',
  )})`;
}

export function wordMatches(name: Prisma.Sql, word: string): Prisma.Sql {
  const patterns = [word, ...swappedLetters(word)].flatMap(beginningPatterns);
  return Prisma.sql`(${name} LIKE ANY (${patterns}) OR ${name} %> ${word})`;
}

/** SQL for how well a name fits: what begins as typed, then what holds the words so, then what is merely alike. */
export function nameFit(name: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  const typed = words.join(' ');
  const each = words.map((word) => {
    const swapped = swappedLetters(word).flatMap(beginningPatterns);
    return Prisma.sql`CASE WHEN ${name} LIKE ANY (${beginningPatterns(word)}) THEN 1
      WHEN ${name} LIKE ANY (${swapped}) THEN 0.8 ELSE word_similarity(${word}, ${name}) * 0.7 END`;
  });
  return Prisma.sql`(CASE WHEN ${name} = ${typed} THEN 2 WHEN ${name} LIKE ${`${typed}%`} THEN 1 ELSE 0 END
    + (${Prisma.join(each, ' + ')}) / ${words.length}::float)`;
}
