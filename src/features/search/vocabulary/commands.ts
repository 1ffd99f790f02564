import 'server-only';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { canRebuildIndex } from '../policy';

const MINUTES_5 = 300_000;

/** Adds words that the index has not met before. How often each occurs is counted anew once a day. */
export async function learnWords(tx: Transaction, words: ReadonlySet<string>): Promise<void> {
  // In one order, so that two batches at once never wait for each other in a circle.
  await tx.$executeRaw`
    INSERT INTO "SearchWord" (word)
    SELECT word FROM unnest(${[...words].toSorted()}::text[]) AS learnt (word)
    ON CONFLICT DO NOTHING`;
}

/** Counts the words of the index anew and forgets those that nothing carries any more. */
export async function recountWords({ actor }: Context): Promise<void> {
  authorize(canRebuildIndex(actor));
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`DELETE FROM "SearchWord"`;
      await tx.$executeRaw`
        INSERT INTO "SearchWord" (word, entries)
        SELECT word, ndoc FROM ts_stat($$SELECT to_tsvector('simple', concat_ws(' ', title, headings, subtitle, body)) FROM "SearchEntry"$$)
         WHERE word ~ '^[[:alpha:]][[:alnum:]]{2,29}$'`;
    },
    { timeout: MINUTES_5 },
  );
}
