import 'server-only';
import { createHmac } from 'node:crypto';
import type { Context } from '@/foundation/context';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import { env } from '@/foundation/env';
import { authorize } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { canSeeReadings } from './policy';
import { RecentMarks } from './recent-marks';

const MOMENT_MILLISECONDS = 10 * 60_000;
const OWN_READINGS_DAYS = 90;

const recent = new RecentMarks(MOMENT_MILLISECONDS);

/**
 * Counts that a page was read, each reader once a day, and notes it for the reader alone. Called
 * after the answer was sent, in one statement; most readings of the same page need none. What
 * keeps a reader from being counted twice tells neither who nor what, and is gone the next day.
 */
export async function countReading(
  { actor, now }: Context,
  pageId: string,
  number: number,
): Promise<void> {
  const { personId } = actor;
  if (personId === null) return;
  const today = formatDay(dayOf(now));
  const mark = markOf(personId, pageId, today);
  // Another revision is something new to its reader, if not to the count.
  if (!recent.isNew(`${mark} ${number}`, now)) return;
  try {
    await db.$executeRaw`
      WITH own AS (
        INSERT INTO "OwnReading" ("personId", "pageId", "readAt", number) VALUES (${personId}, ${pageId}, ${now}, ${number})
        ON CONFLICT ("personId", "pageId") DO UPDATE SET "readAt" = EXCLUDED."readAt", number = EXCLUDED.number),
      counted AS (
        INSERT INTO "ReadingMark" (mark, day) VALUES (${mark}, ${today}::date)
        ON CONFLICT (mark) DO NOTHING RETURNING day)
      INSERT INTO "ReadingTotal" AS total ("pageId", day, reads) SELECT ${pageId}, day, 1 FROM counted
      ON CONFLICT ("pageId", day) DO UPDATE SET reads = total.reads + 1`;
  } catch (error) {
    // The reader has the page already; a count that is lost is no reason to trouble anybody.
    log.warn({ err: error }, 'a reading was not counted');
  }
}

/** Forgets what somebody read: one page, or all. The totals stay, for they name nobody. */
export async function forgetReadings({ actor }: Context, pageId?: string): Promise<void> {
  const { personId } = actor;
  authorize(personId !== null && canSeeReadings(actor, personId));
  await db.ownReading.deleteMany({ where: { personId, ...(pageId ? { pageId } : {}) } });
}

/**
 * Drops the marks of days that are over, and what people read long ago; of pages they follow the
 * last reading stays, for it tells them what they have not seen.
 */
export async function dropOldReadings({ actor, now }: Context): Promise<void> {
  authorize(actor.isSystem);
  await db.readingMark.deleteMany({ where: { day: { lt: dayOf(now) } } });
  await db.$executeRaw`
    DELETE FROM "OwnReading" r
     WHERE r."readAt" < ${addDays(now, -OWN_READINGS_DAYS)} AND NOT EXISTS (
       SELECT 1 FROM "PageFollow" f WHERE f."pageId" = r."pageId" AND f."personId" = r."personId")`;
}

/** Cannot be traced back to a reader or a page without the server's secret. */
const markOf = (personId: string, pageId: string, day: string) =>
  createHmac('sha256', `reading ${env.NEXTAUTH_SECRET}`)
    .update(`${day} ${personId} ${pageId}`)
    .digest('base64url');
