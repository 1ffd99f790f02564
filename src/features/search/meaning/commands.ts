import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { canRebuildIndex } from '../policy';
import type { MeaningModel } from './model';
import { hashOf, type PassageToEmbed, passagesOf } from './passages';
import { toBytes } from './vectors';

/** So few at once that a query, which goes before them, never waits long. */
const TEXTS_AT_ONCE = 8;
const LEASE_MILLISECONDS = 120_000;
const CHANGES_KEPT_MILLISECONDS = 86_400_000;

type Task = { kind: string; subjectId: string; requestedAt: Date };
type Known = { kind: string; subjectId: string; part: number; textHash: string };
type Subject = Task & {
  title: string;
  subtitle: string;
  body: string;
  sections: { part: number; heading: string; body: string }[];
};
type Passage = Task & PassageToEmbed & { textHash: string };

/**
 * Computes what some waiting entries mean, the latest changed first. An entry is lent for two minutes
 * and struck off when its meaning is written, so a stop in between loses nothing but that work.
 * @returns how many entries were done
 */
export async function embedWaiting(
  context: Context,
  model: MeaningModel,
  most: number,
): Promise<number> {
  authorize(canRebuildIndex(context.actor));
  const tasks = await borrowTasks(context, most);
  if (tasks.length === 0) return 0;
  const subjects = await readSubjects(tasks);
  const passages: Passage[] = subjects.flatMap((subject) =>
    passagesOf(subject).map((passage) => ({
      ...subject,
      ...passage,
      textHash: hashOf(passage.text),
    })),
  );
  const known = await readKnown(tasks, model);
  const news = passages.filter((passage) => known.get(placeOf(passage)) !== passage.textHash);
  const vectors = await embedAll(model, news);
  await store(context, model, { tasks, passages, news, vectors });
  return tasks.length;
}

/** How many entries wait. */
export const countWaiting = (_context: Context): Promise<number> => db.searchVectorTask.count();

/** Asks for every entry that this model has not read, as after a change of model. */
export async function requestMissing({ actor, now }: Context, model: MeaningModel): Promise<void> {
  authorize(canRebuildIndex(actor));
  await db.$executeRaw`
    INSERT INTO "SearchVectorTask" (kind, "subjectId", "requestedAt")
    SELECT e.kind, e."subjectId", ${now} FROM "SearchEntry" e
     WHERE NOT EXISTS (SELECT 1 FROM "SearchVector" v
       WHERE v.kind = e.kind AND v."subjectId" = e."subjectId" AND v.part = 0 AND v.model = ${model.id})
    ON CONFLICT DO NOTHING`;
  const before = new Date(now.getTime() - CHANGES_KEPT_MILLISECONDS);
  await db.searchVectorChange.deleteMany({ where: { changedAt: { lt: before } } });
}

async function borrowTasks({ now }: Context, most: number): Promise<Task[]> {
  return db.$queryRaw<Task[]>`
    UPDATE "SearchVectorTask" t
       SET "requestedAt" = ${new Date(now.getTime() + LEASE_MILLISECONDS)}, attempts = attempts + 1
      FROM (SELECT kind, "subjectId" FROM "SearchVectorTask" WHERE "requestedAt" <= ${now}
             ORDER BY "requestedAt" DESC LIMIT ${most} FOR UPDATE SKIP LOCKED) AS waiting
     WHERE t.kind = waiting.kind AND t."subjectId" = waiting."subjectId"
    RETURNING t.kind, t."subjectId", t."requestedAt"`;
}

const columnsOf = (rows: readonly { kind: string; subjectId: string }[]) =>
  [rows.map(({ kind }) => kind), rows.map(({ subjectId }) => subjectId)] as const;

const placeOf = ({ kind, subjectId, part }: { kind: string; subjectId: string; part: number }) =>
  `${kind} ${subjectId} ${part}`;

async function readSubjects(tasks: readonly Task[]): Promise<Subject[]> {
  const [kinds, ids] = columnsOf(tasks);
  const rows = await db.$queryRaw<Omit<Subject, 'requestedAt'>[]>`
    SELECT e.kind, e."subjectId", e.title, e.subtitle, left(e.body, 2000) AS body,
           coalesce((SELECT json_agg(json_build_object('part', s.part, 'heading', s.heading, 'body', left(s.body, 1000)) ORDER BY s.part)
              FROM "SearchSection" s WHERE s.kind = e.kind AND s."subjectId" = e."subjectId"), '[]') AS sections
      FROM unnest(${kinds}::text[], ${ids}::text[]) AS wanted (kind, id)
      JOIN "SearchEntry" e ON e.kind = wanted.kind AND e."subjectId" = wanted.id`;
  const asked = new Map(tasks.map((task) => [`${task.kind} ${task.subjectId}`, task.requestedAt]));
  return rows.flatMap((row) => {
    const requestedAt = asked.get(`${row.kind} ${row.subjectId}`);
    return requestedAt ? [{ ...row, requestedAt }] : [];
  });
}

async function readKnown(tasks: readonly Task[], model: MeaningModel) {
  const [kinds, ids] = columnsOf(tasks);
  const rows = await db.$queryRaw<Known[]>`
    SELECT v.kind, v."subjectId", v.part, v."textHash"
      FROM unnest(${kinds}::text[], ${ids}::text[]) AS wanted (kind, id)
      JOIN "SearchVector" v ON v.kind = wanted.kind AND v."subjectId" = wanted.id AND v.model = ${model.id}`;
  return new Map(rows.map((row) => [placeOf(row), row.textHash]));
}

async function embedAll(
  model: MeaningModel,
  passages: readonly Passage[],
): Promise<Uint8Array<ArrayBuffer>[]> {
  // Texts of like length together: the longest of a batch decides how long it takes.
  const order = passages.map((_, index) => index);
  order.sort((a, b) => (passages[a]?.text.length ?? 0) - (passages[b]?.text.length ?? 0));
  const vectors: Uint8Array<ArrayBuffer>[] = new Array(passages.length);
  const batches: number[][] = [];
  for (let start = 0; start < order.length; start += TEXTS_AT_ONCE) {
    batches.push(order.slice(start, start + TEXTS_AT_ONCE));
  }
  const embedOne = async (batch: readonly number[]) => {
    const found = await model.embed(batch.map((index) => passages[index]?.text ?? ''));
    for (const [at, index] of batch.entries()) {
      vectors[index] = new Uint8Array(toBytes(found[at] ?? []).buffer as ArrayBuffer);
    }
  };
  // A provider is asked one batch after the other; the built-in model keeps a queue of its own.
  if (model.lanes > 1) await Promise.all(batches.map(embedOne));
  else for (const batch of batches) await embedOne(batch);
  return vectors;
}

type Computed = {
  tasks: readonly Task[];
  passages: readonly Passage[];
  news: readonly Passage[];
  vectors: readonly Uint8Array<ArrayBuffer>[];
};

async function store({ now }: Context, model: MeaningModel, computed: Computed): Promise<void> {
  const { tasks, passages, news, vectors } = computed;
  const [kinds, ids] = columnsOf(tasks);
  const [keptKinds, keptIds] = columnsOf(passages);
  const [newKinds, newIds] = columnsOf(news);
  const parts = (list: readonly Passage[]) => list.map(({ part }) => part);
  await db.$transaction(async (tx) => {
    // A subject may have gone while it was read; what refers to it would be refused.
    await tx.$executeRaw`
      SELECT 1 FROM "SearchEntry" e JOIN unnest(${kinds}::text[], ${ids}::text[]) AS done (kind, id)
        ON e.kind = done.kind AND e."subjectId" = done.id
       ORDER BY e.kind, e."subjectId" FOR KEY SHARE OF e`;
    const removed = await tx.$queryRaw<{ kind: string; subjectId: string }[]>`
      DELETE FROM "SearchVector" v USING unnest(${kinds}::text[], ${ids}::text[]) AS done (kind, id)
       WHERE v.kind = done.kind AND v."subjectId" = done.id AND (v.model <> ${model.id} OR NOT EXISTS (
         SELECT 1 FROM unnest(${keptKinds}::text[], ${keptIds}::text[], ${parts(passages)}::int[]) AS kept (kind, id, part)
          WHERE kept.kind = v.kind AND kept.id = v."subjectId" AND kept.part = v.part))
      RETURNING v.kind, v."subjectId"`;
    await tx.$executeRaw`
      INSERT INTO "SearchVector" (kind, "subjectId", part, model, "textHash", vector, "embeddedAt")
      SELECT n.kind, n.id, n.part, ${model.id}, n.hash, n.vector, ${now}
        FROM unnest(${newKinds}::text[], ${newIds}::text[], ${parts(news)}::int[],
               ${news.map(({ textHash }) => textHash)}::text[], ${vectors}::bytea[]) AS n (kind, id, part, hash, vector)
        JOIN "SearchEntry" e ON e.kind = n.kind AND e."subjectId" = n.id
      ON CONFLICT (kind, "subjectId", part) DO UPDATE SET
        model = EXCLUDED.model, "textHash" = EXCLUDED."textHash", vector = EXCLUDED.vector, "embeddedAt" = EXCLUDED."embeddedAt"`;
    const changed = new Map(
      [...removed, ...news].map((row) => [`${row.kind} ${row.subjectId}`, row]),
    );
    const [changedKinds, changedIds] = columnsOf([...changed.values()]);
    await tx.$executeRaw`
      INSERT INTO "SearchVectorChange" (kind, "subjectId", "changedAt")
      SELECT kind, id, ${now} FROM unnest(${changedKinds}::text[], ${changedIds}::text[]) AS changed (kind, id)`;
    // Asked for again while it was read, it stays on the list.
    await tx.$executeRaw`
      DELETE FROM "SearchVectorTask" t
       USING unnest(${kinds}::text[], ${ids}::text[], ${tasks.map(({ requestedAt }) => requestedAt.toISOString())}::timestamptz[]) AS done (kind, id, at)
       WHERE t.kind = done.kind AND t."subjectId" = done.id AND t."requestedAt" = done.at`;
  });
}
