import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';

const DRAFTS = 50;

/** What the actor has begun, or looks after, and nobody has published: latest first. */
export async function listMyDrafts({ actor }: Context) {
  if (!actor.personId) return [];
  return db.$queryRaw<
    {
      id: string;
      title: string;
      path: string;
      spaceSlug: string;
      spaceName: string;
      editedAt: Date;
      isArchived: boolean;
      author: string | null;
    }[]
  >`
    SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName", p."editedAt",
           p."archivedAt" IS NOT NULL AS "isArchived",
           CASE WHEN p."begunById" <> ${actor.personId} THEN a.name END AS author
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      LEFT JOIN "Person" a ON a.id = p."begunById"
     WHERE p."publishedAt" IS NULL AND (p."begunById" = ${actor.personId} OR EXISTS (
             SELECT 1 FROM "WikiSteward" w WHERE w."pageId" = p.id AND w."personId" = ${actor.personId}))
     ORDER BY p."archivedAt" IS NOT NULL, p."editedAt" DESC, p.id LIMIT ${DRAFTS}`;
}

export type MyDraft = Awaited<ReturnType<typeof listMyDrafts>>[number];
