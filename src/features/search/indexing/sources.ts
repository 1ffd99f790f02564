import { listTalksForSearch } from '@/features/meetups/agenda/queries';
import { listMeetupsForSearch } from '@/features/meetups/queries';
import { listPeopleForSearch, listUnitsForSearch } from '@/features/org/queries';
import {
  listAttemptsForSearch,
  listTechniquesForSearch,
} from '@/features/techniques/finding/queries';
import { listFilesForSearch } from '@/features/wiki/files/reading/queries';
import { listPagesForSearch } from '@/features/wiki/finding/queries';
import { listDeliverablesForSearch } from '@/features/working-groups/deliverables/queries';
import { listWorkingGroupsForSearch } from '@/features/working-groups/queries';
import type { Context } from '@/foundation/context';
import type { SearchSubject } from '@/foundation/search-subject';
import type { SubjectKind } from '../subject-kinds';

/**
 * Where the subjects of a kind come from.
 * @param ids the subjects, or those they are kept with (`partOf`); null for all, a batch at a time
 */
export type Source = (
  context: Context,
  ids: string[] | null,
  after: string | null,
) => Promise<SearchSubject[]>;

/** A further kind of subject is one line here, one in subjects.ts for its facts, and one in subject-kinds.ts. */
export const sources: Partial<Record<SubjectKind, Source>> = {
  technique: listTechniquesForSearch,
  attempt: listAttemptsForSearch,
  page: listPagesForSearch,
  file: listFilesForSearch,
  talk: listTalksForSearch,
  meetup: listMeetupsForSearch,
  'working-group': listWorkingGroupsForSearch,
  deliverable: listDeliverablesForSearch,
  person: listPeopleForSearch,
  unit: listUnitsForSearch,
};
