import 'server-only';
import { guildsOfPeople, placesOfUnits } from '@/features/org/places/queries';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import type { SearchSubject } from '@/foundation/search-subject';
import { canRebuildIndex } from '../policy';
import type { SubjectKind } from '../subject-kinds';
import { learnWords, recountWords } from '../vocabulary/commands';
import { wordsOf } from '../vocabulary/words';
import { plainWords } from './plain-words';
import { listLooks } from './queries';
import { sources } from './sources';
import { type Fact, keptWith, lookOf, subjectsToIndex } from './subjects';

/** Postgres refuses a tsvector above 1 MiB; a text this long still fits. */
const BODY_MAX = 300_000;
const SECTIONS_MAX = 60;
const SECTION_BODY_MAX = 20_000;
const WRITE_MILLISECONDS = 60_000;

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
  await recountWords(context);
}

async function rebuildKind(
  context: Context,
  kind: SubjectKind,
  onProgress: (kind: SubjectKind, done: number) => void,
) {
  let done = 0;
  for await (const batch of batchesOf(context, kind, null)) {
    await write(context, kind, batch);
    done += batch.length;
    onProgress(kind, done);
  }
  // What this run did not meet no longer exists.
  await db.searchEntry.deleteMany({ where: { kind, indexedAt: { lt: context.now } } });
}

async function indexSubjects(context: Context, kind: SubjectKind, ids: string[]) {
  const known = keptWith[kind] ? await listLooks(context, kind, ids) : new Map<string, string>();
  const found: string[] = [];
  for await (const batch of batchesOf(context, kind, ids)) {
    // Before the subjects themselves: stopped in between, it is all done again.
    const changed = batch.filter((subject) => known.get(subject.subjectId) !== lookOf(subject));
    await indexKept(
      context,
      kind,
      changed.map(({ subjectId }) => subjectId),
    );
    await write(context, kind, batch);
    found.push(...batch.map(({ subjectId }) => subjectId));
  }
  const gone = [...known.keys()].filter((id) => !found.includes(id));
  await indexKept(context, kind, gone);
  await db.searchEntry.deleteMany({
    where: {
      kind,
      OR: [{ subjectId: { in: ids } }, { partOf: { in: ids } }],
      NOT: { subjectId: { in: found } },
    },
  });
}

async function indexKept(context: Context, kind: SubjectKind, ids: string[]) {
  const kept = keptWith[kind];
  if (kept && ids.length > 0) await indexSubjects(context, kept, ids);
}

/** All subjects of a kind, or those meant by some ids, as many together as their source hands out. */
async function* batchesOf(context: Context, kind: SubjectKind, ids: string[] | null) {
  let after: string | null = null;
  for (;;) {
    const batch: SearchSubject[] = (await sources[kind]?.(context, ids, after)) ?? [];
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.subjectId;
  }
}

async function write(context: Context, kind: SubjectKind, subjects: SearchSubject[]) {
  const rows = await rowsOf(context, kind, subjects);
  const sections = rows.flatMap((row) => row.sections);
  const words = wordsOf(
    rows.map((row) => [row.title, row.headings, row.subtitle, row.body].join(' ')).join(' '),
  );
  const ids = rows.map(({ id }) => id);
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        INSERT INTO "SearchEntry" AS e
          (kind, "subjectId", "partOf", title, subtitle, headings, body, address, "unitId", "squadId", "guildIds",
           audience, "reviewDueOn", "verifiedAt", "isObsolete", "squadsUsing", "changedAt", "indexedAt")
        SELECT ${kind}, s.id, s."partOf", s.title, s.subtitle, s.headings, s.body, s.address, s."unitId", s."squadId", s."guildIds",
               s.audience, s."reviewDueOn", s."verifiedAt", s."isObsolete", s."squadsUsing", s."changedAt", ${context.now}
          FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s (id text, "partOf" text, title text, subtitle text,
               headings text, body text, address text, "unitId" text, "squadId" text, "guildIds" text[], audience text[],
               "reviewDueOn" date, "verifiedAt" timestamptz, "isObsolete" boolean, "squadsUsing" integer, "changedAt" timestamptz)
        ON CONFLICT (kind, "subjectId") DO UPDATE SET
          ("partOf", title, subtitle, headings, body, address, "unitId", "squadId", "guildIds",
           audience, "reviewDueOn", "verifiedAt", "isObsolete", "squadsUsing", "changedAt", "indexedAt")
          = (EXCLUDED."partOf", EXCLUDED.title, EXCLUDED.subtitle, EXCLUDED.headings, EXCLUDED.body, EXCLUDED.address,
             EXCLUDED."unitId", EXCLUDED."squadId", EXCLUDED."guildIds", EXCLUDED.audience, EXCLUDED."reviewDueOn",
             EXCLUDED."verifiedAt", EXCLUDED."isObsolete", EXCLUDED."squadsUsing", EXCLUDED."changedAt", EXCLUDED."indexedAt")`;
      await tx.searchSection.deleteMany({ where: { kind, subjectId: { in: ids } } });
      if (sections.length > 0) await tx.searchSection.createMany({ data: sections });
      await learnWords(tx, words);
      await tx.$executeRaw`
        INSERT INTO "SearchVectorTask" (kind, "subjectId", "requestedAt")
        SELECT ${kind}, id, ${context.now} FROM unnest(${ids.toSorted()}::text[]) AS wanted (id)
        ON CONFLICT (kind, "subjectId") DO UPDATE SET "requestedAt" = EXCLUDED."requestedAt", attempts = 0`;
    },
    { timeout: WRITE_MILLISECONDS },
  );
}

async function rowsOf(context: Context, kind: SubjectKind, subjects: SearchSubject[]) {
  const unitIds = subjects.flatMap(({ unitId }) => unitId ?? []);
  const places = await placesOfUnits(context, [...new Set(unitIds)]);
  const people = kind === 'person' ? subjects.map(({ subjectId }) => subjectId) : [];
  const guilds = people.length > 0 ? await guildsOfPeople(context, people) : new Map();
  return subjects.map((subject) => {
    const place = subject.unitId ? places.get(subject.unitId) : undefined;
    const sections = (subject.sections ?? []).slice(0, SECTIONS_MAX);
    return {
      ...subject,
      id: subject.subjectId,
      body: (subject.isPlain ? subject.body : plainWords(subject.body)).slice(0, BODY_MAX),
      headings: sections.map(({ heading }) => heading).join('\n'),
      squadId: place?.squadId ?? null,
      guildIds: guilds.get(subject.subjectId) ?? place?.guildIds ?? [],
      audience: subject.audience ?? null,
      isObsolete: subject.isObsolete ?? false,
      squadsUsing: subject.squadsUsing ?? 0,
      sections: sections.map(({ anchor, heading, body }, index) => ({
        kind,
        subjectId: subject.subjectId,
        part: index + 1,
        anchor,
        heading,
        body: body.slice(0, SECTION_BODY_MAX),
      })),
    };
  });
}
