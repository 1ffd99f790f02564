import 'server-only';
import { db, type Transaction } from './db';
import { conflictOf } from './errors';

const WAIT_MILLISECONDS = 5_000;
const RUN_MILLISECONDS = 20_000;

/** Runs a change as one transaction; what a constraint of the database refuses becomes a readable Conflict. */
export async function transact<Result>(run: (tx: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await db.$transaction(run, { maxWait: WAIT_MILLISECONDS, timeout: RUN_MILLISECONDS });
  } catch (error) {
    throw conflictOf(error) ?? error;
  }
}
