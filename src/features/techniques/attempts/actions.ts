'use server';

import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { editAttempt, recordAttempt } from './commands';
import { editAttemptInput, recordAttemptInput } from './schema';

const NOT_YET = 'An attempt is written down once it has ended: that day has not come yet.';

export const recordAttemptAction = action(recordAttemptInput, async (context, input) => {
  const result = await recordAttempt(context, input);
  if (!result.ok) throw new Conflict(NOT_YET);
  redirect(`/techniques/attempts/${result.attemptId}`);
});

export const editAttemptAction = action(editAttemptInput, async (context, input) => {
  const result = await editAttempt(context, input);
  if (!result.ok) throw new Conflict(NOT_YET);
  redirect(`/techniques/attempts/${input.attemptId}`);
});
