import 'server-only';
import { recordAudits } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { linkedPlace, type PageAddress } from '../../addresses';

type WrittenLink = { id: string; target: string } & PageAddress;

type Taking = { id: string; path: string };

/**
 * A page that comes to an address from which another one led on takes it over: who asks there finds
 * what lies there. Links that went by the old address are read again, and the trail says so.
 */
export async function takeAddresses(
  tx: Transaction,
  ctx: Context,
  space: { id: string; slug: string },
  pages: readonly Taking[],
): Promise<void> {
  const taken = await tx.$queryRaw<{ path: string; pageId: string }[]>`
    DELETE FROM "WikiAddress"
     WHERE "spaceId" = ${space.id} AND path = ANY (${pages.map(({ path }) => path)}::text[])
    RETURNING path, "pageId"`;
  const byPath = new Map(pages.map(({ id, path }) => [path, id]));
  // A page that comes back to where it lay takes nothing from another.
  const lost = taken.filter(({ path, pageId }) => byPath.get(path) !== pageId);
  if (lost.length === 0) return;
  const newcomers = new Map(lost.map(({ path }) => [path, byPath.get(path) ?? '']));
  await turnLinks(tx, space.slug, newcomers, new Set(lost.map(({ pageId }) => pageId)));
  await recordAudits(
    tx,
    ctx,
    lost.map(({ path, pageId }) => ({
      action: 'page.address-taken-over',
      subjectKind: 'page',
      subjectId: pageId,
      before: { spaceSlug: space.slug, path },
    })),
  );
}

/** Links that were written with a taken address lead to what lies there now. */
async function turnLinks(
  tx: Transaction,
  spaceSlug: string,
  newcomers: ReadonlyMap<string, string>,
  formerIds: ReadonlySet<string>,
): Promise<void> {
  const links = await tx.$queryRaw<WrittenLink[]>`
    SELECT l.id, l.target, s.slug AS "spaceSlug", p.path
      FROM "WikiLink" l JOIN "WikiPage" p ON p.id = l."fromPageId" JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE l."toPageId" = ANY (${[...formerIds]}::text[])`;
  const turned = links.flatMap(({ id, target, ...from }) => {
    const place = linkedPlace(target, from);
    if (place?.spaceSlug !== spaceSlug) return [];
    const path = place.candidates.find((candidate) => newcomers.has(candidate));
    return path ? [{ id, toPageId: newcomers.get(path) ?? '' }] : [];
  });
  if (turned.length === 0) return;
  const ids = turned.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "WikiLink" l SET "toPageId" = t.page
      FROM unnest(${ids}::text[], ${turned.map(({ toPageId }) => toPageId)}::text[]) AS t (link, page)
     WHERE l.id = t.link`;
  await tx.$executeRaw`
    UPDATE "WikiRevision" SET "rendererVersion" = 0
     WHERE id IN (SELECT p."currentRevisionId" FROM "WikiLink" l JOIN "WikiPage" p ON p.id = l."fromPageId"
                   WHERE l.id = ANY (${ids}::text[]))`;
}
