'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { addEvidence, judgeEvidence } from './commands';
import { addEvidenceInput, judgeEvidenceInput } from './schema';

const sentences = {
  'in-the-future': 'That day has not come yet.',
  'replicates-another-technique': 'The result it repeats belongs to another technique.',
};

export const addEvidenceAction = action(addEvidenceInput, async (context, input) => {
  const result = await addEvidence(context, input);
  if (!result.ok) throw new Conflict(sentences[result.reason]);
  redirect(`/techniques/${result.slug}#evidence`);
});

export const judgeEvidenceAction = action(judgeEvidenceInput, async (context, input) => {
  const result = await judgeEvidence(context, input.evidenceId, input.status, input.reason);
  if (!result.ok) throw new Conflict('It was taken back already, and stays so.');
  revalidatePath('/techniques', 'layout');
});
