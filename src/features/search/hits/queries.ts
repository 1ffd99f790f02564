import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { askPrepared } from '@/foundation/prepared';
import { anyWord, everyWord } from '../candidates/words';
import type { Freshness } from '../freshness';
import { MARK_END, MARK_START, type Passage, passageOf } from '../highlight';
import { audienceKeysOf, canSearch } from '../policy';
import { isSubjectKind, kindLabel, type SubjectKind } from '../subject-kinds';
import type { Understanding } from '../vocabulary/understanding';

/** Of a long text only this much is searched for the passage to show. */
const PASSAGE_SOURCE_LENGTH = 20_000;

export type Hit = {
  kind: SubjectKind;
  kindLabel: string;
  title: string;
  subtitle: string;
  address: string;
  /** The part of it that answers, to jump to. */
  section: { heading: string; address: string } | null;
  passage: Passage;
  freshness: Freshness;
  squadsUsing: number;
  changedAt: Date;
};

export type Wanted = {
  key: string;
  part: number | null;
  freshness: Freshness;
  squadsUsing: number;
};

type HitRow = {
  key: string;
  kind: string;
  title: string;
  subtitle: string;
  address: string;
  changedAt: Date;
  anchor: string | null;
  heading: string | null;
  marked: string;
};

/**
 * The section is the one that says the words best, or else means what was asked; the passage is taken
 * from it, which is also quicker than from the whole text. The headline drops whatever looks like a
 * tag, so angle brackets are shown as their single cousins.
 */
const STATEMENT = `
  WITH asked AS MATERIALIZED (SELECT (${everyWord('$3', '$8')}) || (${anyWord('$4')}) AS words)
  SELECT wanted.kind || ' ' || wanted.id AS key, e.kind, e.title, e.subtitle, e.address, e."changedAt", s.anchor, s.heading,
         ts_headline('english', translate(left(coalesce(nullif(s.body, ''), e.body), ${PASSAGE_SOURCE_LENGTH}), '<>', '‹›'), asked.words, $5) AS marked
    FROM asked, unnest($1::text[], $2::text[], $7::int[]) AS wanted (kind, id, part)
    JOIN "SearchEntry" e ON e.kind = wanted.kind AND e."subjectId" = wanted.id
    LEFT JOIN LATERAL (
      SELECT s.anchor, s.heading, s.body FROM "SearchSection" s
       WHERE s.kind = e.kind AND s."subjectId" = e."subjectId" AND (s.tsv @@ asked.words OR s.part = wanted.part)
       ORDER BY ts_rank_cd(s.tsv, asked.words, 1) DESC, s.part = wanted.part DESC, s.part LIMIT 1) s ON true
   WHERE $6::text[] IS NULL OR e.audience IS NULL OR e.audience && $6`;

const HEADLINE = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxWords=32, MinWords=16, MaxFragments=1`;

/** Reads what a list of results shows, in the order it was given. */
export async function readHits(
  { actor }: Context,
  wanted: readonly Wanted[],
  understood: Understanding,
): Promise<Hit[]> {
  authorize(canSearch(actor));
  if (wanted.length === 0) return [];
  const keys = wanted.map(({ key }) => key.split(' ') as [string, string]);
  const rows = await askPrepared<HitRow>(STATEMENT, [
    keys.map(([kind]) => kind),
    keys.map(([, id]) => id),
    understood.variants,
    understood.rareWords.map(({ word }) => word),
    HEADLINE,
    audienceKeysOf(actor),
    wanted.map(({ part }) => part),
    understood.begun,
  ]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return wanted.flatMap(({ key, freshness, squadsUsing }) => {
    const row = byKey.get(key);
    return row ? [{ ...hitOf(row), freshness, squadsUsing }] : [];
  });
}

function hitOf({ kind, marked, key: _key, anchor, heading, ...row }: HitRow) {
  if (!isSubjectKind(kind)) throw new Error(`The index holds an unknown kind: ${kind}`);
  return {
    ...row,
    kind,
    kindLabel: kindLabel(kind),
    section: anchor && heading ? { heading, address: `${row.address}#${anchor}` } : null,
    passage: passageOf(marked),
  };
}
