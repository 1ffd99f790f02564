import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import { authorize, Conflict, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canImport } from '../policy';
import type { SettleInput } from './schema';
import { firstDateObstacle, ruleFor } from './settlement';

type Settled = { ok: true } | { ok: false; reason: string };

/** Says when an imported meeting recurs, where its words had left that open. */
export async function settleSchedule(ctx: Context, input: SettleInput): Promise<Settled> {
  const { pattern, weekday, localTime, timeZone, firstOn } = input;
  const obstacle = firstDateObstacle(pattern, weekday, formatDay(firstOn));
  if (obstacle) return { ok: false, reason: obstacle };
  const recurrenceRule = ruleFor(pattern, weekday);
  await settle(ctx, input.scheduleId, { recurrenceRule, localTime, timeZone, firstOn });
  return { ok: true };
}

/** Says that what an import took for a schedule is none: it stays on record as text. */
export async function declareNotRecurring(ctx: Context, scheduleId: string): Promise<void> {
  await settle(ctx, scheduleId, { recurrenceRule: null, firstOn: null });
}

type Meaning = {
  recurrenceRule: string | null;
  firstOn: Date | null;
  localTime?: string;
  timeZone?: string;
};

async function settle(ctx: Context, scheduleId: string, meaning: Meaning): Promise<void> {
  authorize(canImport(ctx.actor), 'Only administrators settle imported schedules.');
  await transact(async (tx) => {
    const schedule = await tx.importedSchedule.findUnique({
      where: { id: scheduleId },
      select: { unitId: true, title: true, originalText: true, settledAt: true },
    });
    if (!schedule) throw new NotFound();
    const { count } = await tx.importedSchedule.updateMany({
      where: { id: scheduleId, settledAt: null },
      data: {
        ...meaning,
        obstacle: null,
        settledAt: ctx.now,
        settledById: ctx.actor.personId,
      },
    });
    if (count === 0) throw new Conflict('Somebody settled this already. Reload to see how.');
    await recordAudit(tx, ctx, {
      action: 'schedule.settled',
      subjectKind: 'unit',
      subjectId: schedule.unitId,
      before: { title: schedule.title, when: schedule.originalText },
      after: { title: schedule.title, when: meaning.recurrenceRule ?? 'not a recurring meeting' },
    });
    await recordEvent(tx, ctx, 'schedule.settled', { scheduleId, unitId: schedule.unitId });
  });
}
