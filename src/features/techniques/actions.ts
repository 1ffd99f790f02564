'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { recordTechnique, retireTechnique, reviseTechnique, reviveTechnique } from './commands';
import { recordTechniqueInput, retireInput, reviseTechniqueInput, reviveInput } from './schema';

export const recordTechniqueAction = action(recordTechniqueInput, async (context, input) => {
  const { slug } = await recordTechnique(context, input);
  redirect(`/techniques/${slug}`);
});

export const reviseTechniqueAction = action(reviseTechniqueInput, async (context, input) => {
  const result = await reviseTechnique(context, input);
  if (!result.ok) {
    throw new Conflict(
      'Somebody revised it while you were writing. Open it beside this page, take over what changed, and save from there; your words stay here.',
    );
  }
  redirect(`/techniques/${result.slug}`);
});

export const retireTechniqueAction = action(retireInput, async (context, input) => {
  await retireTechnique(context, input.techniqueId, input.reason);
  revalidatePath('/techniques', 'layout');
});

export const reviveTechniqueAction = action(reviveInput, async (context, { techniqueId }) => {
  await reviveTechnique(context, techniqueId);
  revalidatePath('/techniques', 'layout');
});
