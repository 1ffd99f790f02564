import 'server-only';
import { db, type Transaction } from './db';
import { conflictOf, databaseFault } from './errors';

const WAIT_MILLISECONDS = 5_000;
const RUN_MILLISECONDS = 20_000;
const ATTEMPTS = 3;

/** Serialisation failure and deadlock: Postgres undid everything, and another try may well succeed. */
const WORTH_ANOTHER_TRY = ['40001', '40P01'];

/**
 * Runs a change as one transaction; what a constraint of the database refuses becomes a readable
 * Conflict. Two changes that wait for each other are no fault of theirs: the one that Postgres
 * undid is run anew, so what runs must touch nothing but the transaction it is given.
 */
export function transact<Result>(run: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return persevere(() =>
    db.$transaction(run, { maxWait: WAIT_MILLISECONDS, timeout: RUN_MILLISECONDS }),
  );
}

/** The same for a change that is one statement, and so needs no transaction around it. */
export async function persevere<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      const code = databaseFault(error)?.code ?? '';
      if (attempt < ATTEMPTS && WORTH_ANOTHER_TRY.includes(code)) continue;
      throw conflictOf(error) ?? error;
    }
  }
}
