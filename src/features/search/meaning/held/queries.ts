import 'server-only';
import type { Context } from '@/foundation/context';
import { pool } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { canRebuildIndex } from '../../policy';
import type { MeaningModel } from '../model';
import { MeaningTable } from '../vectors';

const BATCH = 2_000;
const CAPACITY = 4_096;
/** Numbers are given before they are committed, so a few before the last one are looked at again. */
const LOOK_BACK = 200;

type VectorRow = { kind: string; subjectId: string; part: number; vector: Buffer };

/** The meanings of one model, held in the memory of the background process and kept in step. */
export type HeldMeanings = { table: MeaningTable; lastChange: bigint; seen: Set<bigint> };

export const keyOf = ({ kind, subjectId }: { kind: string; subjectId: string }) =>
  `${kind} ${subjectId}`;

/** Reads all meanings of a model. */
export async function holdMeanings({ actor }: Context, model: MeaningModel): Promise<HeldMeanings> {
  authorize(canRebuildIndex(actor));
  const newest = await pool.query<{ id: string }>(
    `SELECT id FROM "SearchVectorChange" ORDER BY id DESC LIMIT ${LOOK_BACK}`,
  );
  const held: HeldMeanings = {
    table: new MeaningTable(model.dimensions, CAPACITY),
    lastChange: BigInt(newest.rows[0]?.id ?? 0),
    seen: new Set(newest.rows.map(({ id }) => BigInt(id))),
  };
  for (let after: [string, string] = ['', '']; ; ) {
    const { rows } = await pool.query<VectorRow>(
      `SELECT v.kind, v."subjectId", v.part, v.vector FROM "SearchVector" v
        WHERE v.model = $1 AND (v.kind, v."subjectId") IN (
          SELECT e.kind, e."subjectId" FROM "SearchEntry" e
           WHERE (e.kind, e."subjectId") > ($2, $3) ORDER BY e.kind, e."subjectId" LIMIT ${BATCH})`,
      [model.id, ...after],
    );
    putIn(held.table, rows);
    const end = await pool.query<{ kind: string; subjectId: string }>(
      `SELECT kind, "subjectId" FROM (
         SELECT kind, "subjectId" FROM "SearchEntry" WHERE (kind, "subjectId") > ($1, $2)
          ORDER BY kind, "subjectId" LIMIT ${BATCH}) AS batch
        ORDER BY kind DESC, "subjectId" DESC LIMIT 1`,
      after,
    );
    const last = end.rows[0];
    if (!last) return held;
    after = [last.kind, last.subjectId];
  }
}

/**
 * Brings what is held in step with what other nodes, or this one, computed since.
 * @returns the subjects that changed
 */
export async function catchUp(
  { actor }: Context,
  held: HeldMeanings,
  model: MeaningModel,
): Promise<string[]> {
  authorize(canRebuildIndex(actor));
  const { rows } = await pool.query<{ id: string; kind: string; subjectId: string }>(
    `SELECT id, kind, "subjectId" FROM "SearchVectorChange" WHERE id > $1 ORDER BY id`,
    [String(held.lastChange - BigInt(LOOK_BACK))],
  );
  const fresh = rows.filter(({ id }) => !held.seen.has(BigInt(id)));
  if (fresh.length === 0) return [];
  const keys = [...new Map(fresh.map((row) => [keyOf(row), row])).values()];
  const vectors = await pool.query<VectorRow>(
    `SELECT v.kind, v."subjectId", v.part, v.vector FROM "SearchVector" v
       JOIN unnest($2::text[], $3::text[]) AS changed (kind, id) ON v.kind = changed.kind AND v."subjectId" = changed.id
      WHERE v.model = $1`,
    [model.id, keys.map(({ kind }) => kind), keys.map(({ subjectId }) => subjectId)],
  );
  for (const key of keys) held.table.set(keyOf(key), []);
  putIn(held.table, vectors.rows);
  held.lastChange = BigInt(rows.at(-1)?.id ?? held.lastChange);
  held.seen = new Set(rows.slice(-LOOK_BACK).map(({ id }) => BigInt(id)));
  return keys.map(keyOf);
}

function putIn(table: MeaningTable, rows: readonly VectorRow[]): void {
  const subjects = new Map<string, { part: number; bytes: Int8Array }[]>();
  for (const row of rows) {
    const parts = subjects.get(keyOf(row)) ?? [];
    parts.push({ part: row.part, bytes: new Int8Array(row.vector) });
    subjects.set(keyOf(row), parts);
  }
  for (const [key, parts] of subjects) table.set(key, parts);
}
