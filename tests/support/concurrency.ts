import { db } from '@/foundation/db';

/**
 * Runs changes that all have read before any of them writes: writing to the table is held back until
 * each has come so far. Without this, two calls may simply run one after the other.
 */
export async function atTheSameMoment<Result>(
  table: string,
  ...changes: (() => Promise<Result>)[]
): Promise<PromiseSettledResult<Result>[]> {
  const { promise: allWait, resolve: release } = signal();
  const { promise: isHeld, resolve: held } = signal();
  const holding = db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`LOCK TABLE "${table}" IN SHARE MODE`);
      held();
      await allWait;
    },
    { timeout: 15_000 },
  );
  await isHeld;
  const running = Promise.allSettled(changes.map((change) => change()));
  try {
    await waitingFor(table, changes.length);
  } finally {
    release();
  }
  await holding;
  return running;
}

function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function waitingFor(table: string, count: number) {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_locks
      WHERE NOT granted AND relation = format('%I', ${table}::text)::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    if (row?.waiting === count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${count} changes were to wait for ${table}, but did not.`);
}
