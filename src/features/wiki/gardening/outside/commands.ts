import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { env } from '@/foundation/env';
import { authorize } from '@/foundation/errors';
import { ask } from './ask';
import { daysToNextCheck, HOST_PAUSE_MILLISECONDS } from './outside-links';

const ADDRESSES_A_ROUND = 60;

/**
 * Asks a few of the addresses that pages link to whether they still answer, one after the other.
 * Does nothing unless the operator allows it: CHECK_OUTSIDE_LINKS.
 * @returns how many were asked
 */
export async function checkOutsideLinks(
  ctx: Context,
  {
    isAllowed = env.CHECK_OUTSIDE_LINKS,
    pause = HOST_PAUSE_MILLISECONDS,
    isOver = (): boolean => false,
  } = {},
): Promise<number> {
  authorize(ctx.actor.isSystem);
  if (!isAllowed) return 0;
  // Taken by putting the next check off, so that two workers do not ask for the same.
  const taken = await db.$queryRaw<{ url: string; failures: number }[]>`
    UPDATE "OutsideAddress" SET "nextCheckAt" = ${addDays(ctx.now, 1)}
     WHERE url IN (SELECT a.url FROM "OutsideAddress" a
                    WHERE a."nextCheckAt" <= ${ctx.now} AND EXISTS (SELECT 1 FROM "OutsideLink" o WHERE o.url = a.url)
                    ORDER BY a."nextCheckAt" LIMIT ${ADDRESSES_A_ROUND} FOR UPDATE SKIP LOCKED)
    RETURNING url, failures`;
  for (const { url, failures: before } of taken) {
    if (isOver()) break;
    const fault = await ask(url);
    const failures = fault ? before + 1 : 0;
    await db.outsideAddress.update({
      where: { url },
      data: {
        checkedAt: ctx.now,
        outcome: fault ?? '',
        failures,
        nextCheckAt: addDays(ctx.now, daysToNextCheck(failures)),
      },
    });
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return taken.length;
}
