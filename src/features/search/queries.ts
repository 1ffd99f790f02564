import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { MARK_END, MARK_START, type Passage, passageOf } from './highlight';
import { canSearch } from './policy';
import { fuse } from './ranking';
import type { SearchInput } from './schema';
import { isSubjectKind, kindLabel, type SubjectKind, subjectKinds } from './subject-kinds';

const PAGE = 20;
const CANDIDATES = 200;
const SUGGESTIONS = 8;
const TYPO_WEIGHT = 0.7;
/** Of a long text only this much is searched for the passage to show. */
const PASSAGE_SOURCE_LENGTH = 20_000;

export type Hit = {
  kind: SubjectKind;
  kindLabel: string;
  title: string;
  subtitle: string;
  address: string;
  passage: Passage;
  changedAt: Date;
};

export type SearchResult = {
  hits: Hit[];
  counts: { kind: SubjectKind; count: number }[];
  nextAfter: number | null;
};

/** One search over everything readable: full text first, near titles for typos, fused. */
export async function search(
  { actor }: Context,
  { q, kind, after }: SearchInput,
): Promise<SearchResult> {
  authorize(canSearch(actor));
  if (!q) return { hits: [], counts: [], nextAfter: null };
  const [keys, counts] = await Promise.all([rankedKeys(q, kind), countByKind(q)]);
  const shown = keys.slice(after, after + PAGE);
  return {
    hits: await readHits(q, shown),
    counts,
    nextAfter: keys.length > after + PAGE ? after + PAGE : null,
  };
}

/** The few best hits while somebody types. */
export async function suggest({ actor }: Context, { q }: Pick<SearchInput, 'q'>): Promise<Hit[]> {
  authorize(canSearch(actor));
  return q ? readHits(q, (await rankedKeys(q, undefined)).slice(0, SUGGESTIONS)) : [];
}

/** The words as typed, the last one also as the beginning of a word. */
const tsqueryOf = (q: string) => Prisma.sql`(
  websearch_to_tsquery('english', ${q})
  || COALESCE(to_tsquery('english', NULLIF(regexp_replace(
       websearch_to_tsquery('simple', ${q})::text, '(''[^'']+'')$', '\\1:*'), '')), ''::tsquery))`;

async function rankedKeys(q: string, kind: SubjectKind | undefined): Promise<string[]> {
  const ofKind = kind ? Prisma.sql`AND kind = ${kind}` : Prisma.empty;
  const rows = await db.$queryRaw<{ key: string; way: 'text' | 'title' }[]>`
    (SELECT kind || ' ' || "subjectId" AS key, 'text' AS way,
       ts_rank_cd(tsv, ${tsqueryOf(q)}, 1) AS score
     FROM "SearchEntry" WHERE tsv @@ ${tsqueryOf(q)} ${ofKind}
     ORDER BY score DESC, "changedAt" DESC LIMIT ${CANDIDATES})
    UNION ALL
    (SELECT kind || ' ' || subject_id, 'title', nearness
     FROM near_titles(${q}, ${kind ?? null}, ${CANDIDATES}))`;
  const ofWay = (way: string) => rows.filter((row) => row.way === way).map(({ key }) => key);
  return fuse([
    { weight: 1, keys: ofWay('text') },
    { weight: TYPO_WEIGHT, keys: ofWay('title') },
  ]);
}

async function countByKind(q: string): Promise<SearchResult['counts']> {
  const rows = await db.$queryRaw<{ kind: string; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM (
      SELECT kind, "subjectId" FROM "SearchEntry" WHERE tsv @@ ${tsqueryOf(q)}
      UNION
      SELECT kind, subject_id FROM near_titles(${q}, NULL, ${CANDIDATES})) AS found
    GROUP BY kind`;
  const counted = new Map(rows.map(({ kind, count }) => [kind, count]));
  return subjectKinds.flatMap((kind) => {
    const count = counted.get(kind);
    return count ? [{ kind, count }] : [];
  });
}

type HitRow = {
  key: string;
  kind: string;
  title: string;
  subtitle: string;
  address: string;
  changedAt: Date;
  marked: string;
};

/** The headline drops whatever looks like a tag, so angle brackets are shown as their single cousins. */
async function readHits(q: string, keys: string[]): Promise<Hit[]> {
  if (keys.length === 0) return [];
  const pairs = keys.map((key) => key.split(' ') as [string, string]);
  const options = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxWords=32, MinWords=16, MaxFragments=1`;
  const rows = await db.$queryRaw<HitRow[]>`
    SELECT kind || ' ' || e."subjectId" AS key, e.kind, e.title, e.subtitle, e.address, e."changedAt",
      ts_headline('english', translate(left(e.body, ${PASSAGE_SOURCE_LENGTH}), '<>', '‹›'), ${tsqueryOf(q)}, ${options}) AS marked
    FROM unnest(${pairs.map(([kind]) => kind)}::text[], ${pairs.map(([, id]) => id)}::text[])
      AS wanted (wanted_kind, wanted_id)
    JOIN "SearchEntry" e ON e.kind = wanted_kind AND e."subjectId" = wanted_id`;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    return row ? [hitOf(row)] : [];
  });
}

function hitOf({ kind, marked, key: _key, ...row }: HitRow): Hit {
  if (!isSubjectKind(kind)) throw new Error(`The index holds an unknown kind: ${kind}`);
  return { ...row, kind, kindLabel: kindLabel(kind), passage: passageOf(marked) };
}
