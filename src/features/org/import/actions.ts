'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { applyImport, startApplying } from './runs/applying/commands';
import { compareAgain, discardImport, prepareImport } from './runs/commands';
import { declareNotRecurring, settleSchedule } from './schedules/commands';
import { scheduleInput, settleInput } from './schedules/schema';
import { applyInput, runInput, uploadInput } from './schema';

const SHORT_MILLISECONDS = 1_500;

const REFUSALS = {
  'has-refused-lines': 'Some lines were refused: say that you want the rest without them.',
  'already-applied': 'This was applied already. Reload to see it.',
  'being-applied': 'This is being applied at this moment.',
};

export const compareImportAction = action(uploadInput, async (ctx, { file, ...options }) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const prepared = await prepareImport(ctx, { ...options, fileName: file.name, bytes });
  if (!prepared.ok) throw new Conflict(prepared.reason);
  redirect(`/org/import/${prepared.runId}`);
});

/** Short imports are done when the page comes; long ones go on after it, whether the reader stays or not. */
export const applyImportAction = action(applyInput, async (ctx, { runId, withoutRefused }) => {
  const started = await startApplying(ctx, runId, { withoutRefused });
  if (!started.ok) throw new Conflict(REFUSALS[started.reason]);
  const applying = applyImport(ctx, started.run);
  after(() => applying);
  await Promise.race([applying, new Promise((done) => setTimeout(done, SHORT_MILLISECONDS))]);
  redirect(`/org/import/${runId}`);
});

export const compareAgainAction = action(runInput, async (ctx, { runId }) => {
  await compareAgain(ctx, runId);
  redirect(`/org/import/${runId}`);
});

export const discardImportAction = action(runInput, async (ctx, { runId }) => {
  await discardImport(ctx, runId);
  redirect('/org/import');
});

export const settleScheduleAction = action(settleInput, async (ctx, input) => {
  const settled = await settleSchedule(ctx, input);
  if (!settled.ok) throw new Conflict(settled.reason);
  redirect('/org/import/schedules');
});

export const declareNotRecurringAction = action(scheduleInput, async (ctx, { scheduleId }) => {
  await declareNotRecurring(ctx, scheduleId);
  redirect('/org/import/schedules');
});
