'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/features/identity/action';
import { Conflict, NotFound } from '@/foundation/errors';
import { addSynonymInput, editSynonymInput, removeSynonymInput } from '../schema';
import { addSynonym, editSynonym, removeSynonym } from './commands';

type Outcome = Awaited<ReturnType<typeof addSynonym>>;

function orSentence(outcome: Outcome): void {
  if (outcome.ok) {
    revalidatePath('/search/synonyms');
    return;
  }
  if (outcome.reason === 'gone') throw new NotFound('This line is no longer there.');
  throw new Conflict(
    outcome.reason === 'already-listed'
      ? `“${outcome.term}” stands in another line already. Add the words there.`
      : 'The list is full. Take out what nobody searches for first.',
  );
}

export const addSynonymAction = action(addSynonymInput, async (context, { terms }) =>
  orSentence(await addSynonym(context, terms)),
);

export const editSynonymAction = action(editSynonymInput, async (context, input) =>
  orSentence(await editSynonym(context, input)),
);

export const removeSynonymAction = action(removeSynonymInput, async (context, { id }) =>
  orSentence(await removeSynonym(context, id)),
);
