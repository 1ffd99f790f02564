import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { env } from '@/foundation/env';
import { authorize } from '@/foundation/errors';
import { daysToNextCheck } from './outside-links';
import { type Found, Visitor } from './visit';

const ADDRESSES_A_ROUND = 60;

type Address = { url: string; failures: number };

/**
 * Asks a few of the addresses that pages link to whether they still answer, one after the other, as
 * their hosts wish to be asked. Does nothing unless the operator allows it: CHECK_OUTSIDE_LINKS.
 * @returns how many were looked at
 */
export async function checkOutsideLinks(
  ctx: Context,
  {
    isAllowed = env.CHECK_OUTSIDE_LINKS,
    visitor = new Visitor({ pause: sleep }),
    isOver = (): boolean => false,
  } = {},
): Promise<number> {
  authorize(ctx.actor.isSystem);
  if (!isAllowed) return 0;
  // Taken by putting the next check off, so that two workers do not ask for the same.
  const taken = await db.$queryRaw<Address[]>`
    UPDATE "OutsideAddress" SET "nextCheckAt" = ${addDays(ctx.now, 1)}
     WHERE url IN (SELECT a.url FROM "OutsideAddress" a
                    WHERE a."nextCheckAt" <= ${ctx.now} AND EXISTS (SELECT 1 FROM "OutsideLink" o WHERE o.url = a.url)
                    ORDER BY a."nextCheckAt" LIMIT ${ADDRESSES_A_ROUND} FOR UPDATE SKIP LOCKED)
    RETURNING url, failures`;
  for (const address of taken) {
    if (isOver()) break;
    const found = await visitor.visit(address.url);
    if (found !== 'later') await note(ctx, address, found);
  }
  return taken.length;
}

async function note(
  { now }: Context,
  { url, failures: before }: Address,
  found: Exclude<Found, 'later'>,
) {
  const isWelcome = found !== 'not-welcome';
  const fault = isWelcome ? found.fault : null;
  const failures = fault ? before + 1 : 0;
  const nextCheckAt = addDays(now, daysToNextCheck(failures));
  await db.outsideAddress.update({
    where: { url },
    // What nobody may look at is not known to be broken, and not known to be good.
    data: { outcome: fault ?? '', failures, nextCheckAt, ...(isWelcome && { checkedAt: now }) },
  });
}
