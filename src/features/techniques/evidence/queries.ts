import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { speaksFor } from '../policy';
import type { Figures } from './figures';
import type { EvidenceKind, EvidenceStatus } from './schema';

export type EvidenceLine = Figures & {
  id: string;
  kind: EvidenceKind;
  summary: string;
  dataset: string | null;
  url: string | null;
  status: EvidenceStatus;
  statusReason: string | null;
  measuredOn: Date;
  squad: { id: string; slug: string; name: string };
  author: { handle: string; name: string } | null;
  /** Whose result this one repeats. */
  replicatesSquadName: string | null;
  canJudge: boolean;
};

type EvidenceRow = Omit<EvidenceLine, 'squad' | 'author' | 'canJudge'> & {
  squadId: string;
  squadSlug: string;
  squadName: string;
  authorHandle: string | null;
  authorName: string | null;
};

const SHOWN_MAX = 100;

/** What squads measured or saw, the latest first. */
export async function listEvidence(
  { actor }: Context,
  techniqueId: string,
): Promise<EvidenceLine[]> {
  const rows = await db.$queryRaw<EvidenceRow[]>`
    SELECT e.id, e.kind::text, e.summary, e.metric, e.baseline, e.value, e."intervalLow", e."intervalHigh",
           e.n, e.dataset, e.url, e.status::text, e."statusReason", e."measuredOn",
           u.id AS "squadId", u.slug AS "squadSlug", u.name AS "squadName",
           p.handle AS "authorHandle", p.name AS "authorName", ru.name AS "replicatesSquadName"
      FROM "Evidence" e
      JOIN "OrgUnit" u ON u.id = e."squadId"
      LEFT JOIN "Person" p ON p.id = e."authorId"
      LEFT JOIN "Evidence" r ON r.id = e."replicatesId"
      LEFT JOIN "OrgUnit" ru ON ru.id = r."squadId"
     WHERE e."techniqueId" = ${techniqueId}
     ORDER BY e."measuredOn" DESC, e."createdAt" DESC, e.id LIMIT ${SHOWN_MAX}`;
  return rows.map(({ squadId, squadSlug, squadName, authorHandle, authorName, ...evidence }) => ({
    ...evidence,
    squad: { id: squadId, slug: squadSlug, name: squadName },
    author: authorHandle && authorName ? { handle: authorHandle, name: authorName } : null,
    canJudge: evidence.status !== 'RETRACTED' && speaksFor(actor, squadId),
  }));
}
