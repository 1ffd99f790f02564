import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { ImportedScheduleModel } from '@/foundation/prisma-client/models';

/** Imported schedules that were understood, still hold, and have no series yet. */
export async function listAdoptableSchedules(_context: Context): Promise<ImportedScheduleModel[]> {
  return db.$queryRaw<ImportedScheduleModel[]>`
    SELECT s.* FROM "ImportedSchedule" s JOIN "OrgUnit" u ON u.id = s."unitId"
     WHERE s."recurrenceRule" IS NOT NULL AND s."timeZone" IS NOT NULL AND s."localTime" IS NOT NULL
       AND s."endedOn" IS NULL AND u."validTo" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "MeetupSeries" m WHERE m."externalKey" = s."externalKey")
     ORDER BY s.title, s.id`;
}

/** How many of them wait; what an administrator is offered to start. */
export async function countAdoptableSchedules(context: Context): Promise<number> {
  return (await listAdoptableSchedules(context)).length;
}
