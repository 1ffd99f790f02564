'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { relateTechniques, removeRelation } from './commands';
import { findTechniqueId } from './queries';
import { relateInput, removeRelationInput } from './schema';

export const relateTechniqueAction = action(relateInput, async (context, input) => {
  const otherId = await findTechniqueId(context, input.other);
  if (!otherId) throw new Conflict('There is no technique at that address. Copy it from its page.');
  if (otherId === input.techniqueId) throw new Conflict('That is this technique itself.');
  const { techniqueId, kind, note } = input;
  const relation =
    kind === 'SUPERSEDED_BY'
      ? { fromId: otherId, toId: techniqueId, kind: 'SUPERSEDES' as const, note }
      : { fromId: techniqueId, toId: otherId, kind, note };
  const result = await relateTechniques(context, relation);
  if (!result.ok) throw new Conflict('This relation would lead round in a circle.');
  revalidatePath('/techniques', 'layout');
});

export const removeRelationAction = action(removeRelationInput, async (context, relation) => {
  await removeRelation(context, relation);
  revalidatePath('/techniques', 'layout');
});
