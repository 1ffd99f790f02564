import 'server-only';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
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
type ReadPassage = Passage & { vector: Uint8Array<ArrayBuffer> };
type Computed = {
  tasks: readonly Task[];
  passages: readonly Passage[];
  read: readonly ReadPassage[];
};

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
  await store(context, model, { tasks, passages, read: await embedAll(model, news) });
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

async function embedAll(model: MeaningModel, passages: readonly Passage[]): Promise<ReadPassage[]> {
  const batches: Passage[][] = [];
  for (let start = 0; start < passages.length; start += TEXTS_AT_ONCE) {
    batches.push(passages.slice(start, start + TEXTS_AT_ONCE));
  }
  const embedOne = (batch: readonly Passage[]) => model.embed(batch.map(({ text }) => text));
  const found: Float32Array[][] = [];
  // A provider is asked one batch after the other; the built-in model keeps a queue of its own.
  if (model.lanes > 1) found.push(...(await Promise.all(batches.map(embedOne))));
  else for (const batch of batches) found.push(await embedOne(batch));
  const vectors = found.flat();
  return passages.map((passage, at) => {
    const bytes = toBytes(vectors[at] ?? []);
    return { ...passage, vector: new Uint8Array(bytes.buffer as ArrayBuffer) };
  });
}

async function store({ now }: Context, model: MeaningModel, computed: Computed): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockEntries(tx, computed.tasks);
    const { tasks, passages, read } = await stillLent(tx, computed);
    const [kinds, ids] = columnsOf(tasks);
    const [keptKinds, keptIds] = columnsOf(passages);
    const [readKinds, readIds] = columnsOf(read);
    const parts = (list: readonly Passage[]) => list.map(({ part }) => part);
    const removed = await tx.$queryRaw<{ kind: string; subjectId: string }[]>`
      DELETE FROM "SearchVector" v USING unnest(${kinds}::text[], ${ids}::text[]) AS done (kind, id)
       WHERE v.kind = done.kind AND v."subjectId" = done.id AND (v.model <> ${model.id} OR NOT EXISTS (
         SELECT 1 FROM unnest(${keptKinds}::text[], ${keptIds}::text[], ${parts(passages)}::int[]) AS kept (kind, id, part)
          WHERE kept.kind = v.kind AND kept.id = v."subjectId" AND kept.part = v.part))
      RETURNING v.kind, v."subjectId"`;
    await tx.$executeRaw`
      INSERT INTO "SearchVector" (kind, "subjectId", part, model, "textHash", vector, "embeddedAt")
      SELECT n.kind, n.id, n.part, ${model.id}, n.hash, n.vector, ${now}
        FROM unnest(${readKinds}::text[], ${readIds}::text[], ${parts(read)}::int[],
               ${read.map(({ textHash }) => textHash)}::text[], ${read.map(({ vector }) => vector)}::bytea[]) AS n (kind, id, part, hash, vector)
        JOIN "SearchEntry" e ON e.kind = n.kind AND e."subjectId" = n.id
      ON CONFLICT (kind, "subjectId", part) DO UPDATE SET
        model = EXCLUDED.model, "textHash" = EXCLUDED."textHash", vector = EXCLUDED.vector, "embeddedAt" = EXCLUDED."embeddedAt"`;
    const changed = new Map(
      [...removed, ...read].map((row) => [`${row.kind} ${row.subjectId}`, row]),
    );
    const [changedKinds, changedIds] = columnsOf([...changed.values()]);
    await tx.$executeRaw`
      INSERT INTO "SearchVectorChange" (kind, "subjectId", "changedAt")
      SELECT kind, id, ${now} FROM unnest(${changedKinds}::text[], ${changedIds}::text[]) AS changed (kind, id)`;
    await tx.$executeRaw`
      DELETE FROM "SearchVectorTask" t USING unnest(${kinds}::text[], ${ids}::text[]) AS done (kind, id)
       WHERE t.kind = done.kind AND t."subjectId" = done.id`;
  });
}

/** A subject may have gone while it was read; what refers to it would be refused. */
async function lockEntries(tx: Transaction, tasks: readonly Task[]): Promise<void> {
  const [kinds, ids] = columnsOf(tasks);
  await tx.$executeRaw`
    SELECT 1 FROM "SearchEntry" e JOIN unnest(${kinds}::text[], ${ids}::text[]) AS done (kind, id)
      ON e.kind = done.kind AND e."subjectId" = done.id
     ORDER BY e.kind, e."subjectId" FOR KEY SHARE OF e`;
}

/**
 * Without what was asked for again while it was read: that stays on the list, and whoever reads it next may
 * already have written what is newer.
 */
async function stillLent(tx: Transaction, { tasks, passages, read }: Computed): Promise<Computed> {
  const [kinds, ids] = columnsOf(tasks);
  const times = tasks.map(({ requestedAt }) => requestedAt.toISOString());
  const rows = await tx.$queryRaw<{ kind: string; subjectId: string }[]>`
    SELECT t.kind, t."subjectId" FROM "SearchVectorTask" t
      JOIN unnest(${kinds}::text[], ${ids}::text[], ${times}::timestamptz[]) AS done (kind, id, at)
        ON t.kind = done.kind AND t."subjectId" = done.id AND t."requestedAt" = done.at
     ORDER BY t.kind, t."subjectId" FOR UPDATE OF t`;
  const lent = new Set(rows.map(({ kind, subjectId }) => `${kind} ${subjectId}`));
  const isLent = ({ kind, subjectId }: Task) => lent.has(`${kind} ${subjectId}`);
  return {
    tasks: tasks.filter(isLent),
    passages: passages.filter(isLent),
    read: read.filter(isLent),
  };
}
