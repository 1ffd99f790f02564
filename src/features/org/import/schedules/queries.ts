import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import { canView } from '../../policy';
import { canImport } from '../policy';
import type { Attributes } from '../roster';

export type ScheduleView = {
  id: string;
  title: string;
  originalText: string;
  obstacle: string | null;
  recurrenceRule: string | null;
  timeZone: string | null;
  localTime: string | null;
  links: Attributes;
  unit: { name: string; slug: string };
  settledAt: Date | null;
};

const columns = {
  id: true,
  title: true,
  originalText: true,
  obstacle: true,
  recurrenceRule: true,
  timeZone: true,
  localTime: true,
  links: true,
  settledAt: true,
  unit: { select: { name: true, slug: true } },
} as const;

/** Meetings whose words leave something open that only a person can say. */
export async function listUnsettledSchedules(
  { actor }: Context,
  cursor: string | undefined,
): Promise<(Page<ScheduleView> & { total: number }) | null> {
  if (!canImport(actor)) return null;
  const open = { obstacle: { not: null }, settledAt: null, endedOn: null };
  const after = decodeCursor(cursor, 1);
  const total = await db.importedSchedule.count({ where: open });
  const rows = await db.importedSchedule.findMany({
    where: { ...open, ...(after && { externalKey: { gt: after[0] as string } }) },
    orderBy: { externalKey: 'asc' },
    take: PAGE_SIZE + 1,
    select: { ...columns, externalKey: true },
  });
  const { items, nextCursor } = pageOf(rows, PAGE_SIZE, ({ externalKey }) =>
    encodeCursor([externalKey]),
  );
  const views = items.map(({ externalKey: _, ...row }) => row as ScheduleView);
  return { items: views, nextCursor, total };
}

export async function getSchedule({ actor }: Context, id: string): Promise<ScheduleView | null> {
  if (!canImport(actor)) return null;
  const row = await db.importedSchedule.findUnique({ where: { id }, select: columns });
  return row as ScheduleView | null;
}

export type UnderstoodSchedule = {
  id: string;
  /** Stable over imports, so that a meetup series can remember where it came from. */
  externalKey: string;
  unitId: string;
  title: string;
  originalText: string;
  links: Attributes;
  recurrenceRule: string;
  timeZone: string;
  /** `16:30` */
  localTime: string;
  /** A day on which it meets; null where the rule alone says on which days it does. */
  firstOn: Date | null;
};

/** Meetings that are fully understood, by the import or because a person said how they are meant. */
export async function listUnderstoodSchedules(
  { actor }: Context,
  cursor: string | undefined,
): Promise<Page<UnderstoodSchedule>> {
  if (!canView(actor)) return { items: [], nextCursor: null };
  const after = decodeCursor(cursor, 1);
  const rows = await db.$queryRaw<UnderstoodSchedule[]>`
    SELECT s.id, s."externalKey", s."unitId", s.title, s."originalText", s.links,
           s."recurrenceRule", s."timeZone", s."localTime", s."firstOn"
      FROM "ImportedSchedule" s
     WHERE s.obstacle IS NULL AND s."endedOn" IS NULL AND s."recurrenceRule" IS NOT NULL
       AND s."timeZone" IS NOT NULL AND s."localTime" IS NOT NULL
       AND s."externalKey" > ${after?.[0] ?? ''}
     ORDER BY s."externalKey" LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(rows, PAGE_SIZE, ({ externalKey }) => encodeCursor([externalKey]));
}
