import 'server-only';
import { listMeetupsForSearch } from '@/features/meetups/queries';
import { listPeopleForSearch, listUnitsForSearch } from '@/features/org/queries';
import { listAttemptsForSearch, listTechniquesForSearch } from '@/features/techniques/queries';
import { listPagesForSearch } from '@/features/wiki/queries';
import { listWorkingGroupsForSearch } from '@/features/working-groups/queries';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import type { SearchSubject } from '@/foundation/search-subject';
import { canRebuildIndex } from '../policy';
import type { SubjectKind } from '../subject-kinds';
import { type Fact, subjectsToIndex } from './subjects';

type Source = (
  context: Context,
  ids: string[] | null,
  after: string | null,
) => Promise<SearchSubject[]>;

const sources: Record<SubjectKind, Source> = {
  technique: listTechniquesForSearch,
  attempt: listAttemptsForSearch,
  page: listPagesForSearch,
  person: listPeopleForSearch,
  unit: listUnitsForSearch,
  meetup: listMeetupsForSearch,
  'working-group': listWorkingGroupsForSearch,
};

/** Postgres refuses a tsvector above 1 MiB; a text this long still fits. */
const BODY_MAX = 300_000;

/** Brings the index in step with some facts. Doing it twice changes nothing. */
export async function indexFacts(context: Context, facts: readonly Fact[]): Promise<void> {
  authorize(canRebuildIndex(context.actor));
  for (const [kind, ids] of subjectsToIndex(facts)) await indexSubjects(context, kind, ids);
}

/** Indexes everything anew, kind by kind, in batches. */
export async function rebuildIndex(
  context: Context,
  onProgress: (kind: SubjectKind, done: number) => void = () => {},
): Promise<void> {
  authorize(canRebuildIndex(context.actor));
  for (const kind of Object.keys(sources) as SubjectKind[]) {
    await rebuildKind(context, kind, onProgress);
  }
}

async function rebuildKind(
  context: Context,
  kind: SubjectKind,
  onProgress: (kind: SubjectKind, done: number) => void,
) {
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const batch: SearchSubject[] = await sources[kind](context, null, after);
    const last = batch.at(-1);
    if (!last) break;
    await write(context, kind, batch);
    after = last.subjectId;
    done += batch.length;
    onProgress(kind, done);
  }
  // What this run did not meet no longer exists.
  await db.searchEntry.deleteMany({ where: { kind, indexedAt: { lt: context.now } } });
}

async function indexSubjects(context: Context, kind: SubjectKind, ids: string[]) {
  const subjects = await sources[kind](context, ids, null);
  await write(context, kind, subjects);
  const found = new Set(subjects.map(({ subjectId }) => subjectId));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) {
    await db.searchEntry.deleteMany({ where: { kind, subjectId: { in: gone } } });
  }
}

async function write({ now }: Context, kind: SubjectKind, subjects: SearchSubject[]) {
  if (subjects.length === 0) return;
  const column = <Key extends keyof SearchSubject>(key: Key) => subjects.map((one) => one[key]);
  await db.$executeRaw`
    INSERT INTO "SearchEntry"
      (kind, "subjectId", title, subtitle, body, address, "unitId", "changedAt", "indexedAt")
    SELECT ${kind}, s.id, s.title, s.subtitle, s.body, s.address, s.unit, s.changed::timestamptz, ${now}
    FROM unnest(
      ${column('subjectId')}::text[], ${column('title')}::text[], ${column('subtitle')}::text[],
      ${subjects.map(({ body }) => body.slice(0, BODY_MAX))}::text[], ${column('address')}::text[],
      ${column('unitId')}::text[], ${subjects.map(({ changedAt }) => changedAt.toISOString())}::text[]
    ) AS s (id, title, subtitle, body, address, unit, changed)
    ON CONFLICT (kind, "subjectId") DO UPDATE SET
      title = EXCLUDED.title, subtitle = EXCLUDED.subtitle, body = EXCLUDED.body,
      address = EXCLUDED.address, "unitId" = EXCLUDED."unitId",
      "changedAt" = EXCLUDED."changedAt", "indexedAt" = EXCLUDED."indexedAt"`;
}
