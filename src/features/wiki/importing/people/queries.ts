import 'server-only';
import { db } from '@/foundation/db';
import type { SourcePage } from '../source-folder';

/** Whom and which unit a page that arrives belongs to, as far as they are known here. */
export type PeopleOfPage = {
  ownerUnitId: string | null;
  stewardIds: string[];
  authorId: string | null;
};

export type KnownPeople = { of(page: SourcePage): PeopleOfPage; unknown: string[] };

/** Looks up the units, stewards and authors that pages name, all at once. */
export async function findPeople(pages: readonly SourcePage[]): Promise<KnownPeople> {
  const owners = unique(pages.map(({ facts }) => facts?.owner));
  const handles = unique(pages.flatMap(({ facts }) => facts?.stewards ?? []));
  const emails = unique(pages.map(({ written }) => written?.email.toLowerCase()));
  const units = owners.length
    ? await db.orgUnit.findMany({
        where: { slug: { in: owners } },
        select: { id: true, slug: true },
      })
    : [];
  const people =
    handles.length + emails.length
      ? await db.person.findMany({
          where: { OR: [{ handle: { in: handles } }, { email: { in: emails } }] },
          select: { id: true, handle: true, email: true, deactivatedAt: true },
        })
      : [];
  const unitIds = new Map(units.map(({ slug, id }) => [slug, id]));
  const here = people.filter(({ deactivatedAt }) => deactivatedAt === null);
  const stewardIds = new Map(here.map(({ handle, id }) => [handle, id]));
  // Whoever wrote something has written it, also after leaving.
  const authorIds = new Map(people.flatMap(({ email, id }) => (email ? [[email, id]] : [])));
  return {
    of: ({ facts, written }) => ({
      ownerUnitId: unitIds.get(facts?.owner ?? '') ?? null,
      stewardIds: (facts?.stewards ?? []).flatMap((handle) => stewardIds.get(handle) ?? []),
      authorId: authorIds.get(written?.email.toLowerCase() ?? '') ?? null,
    }),
    unknown: [
      ...owners.filter((slug) => !unitIds.has(slug)),
      ...handles.filter((handle) => !stewardIds.has(handle)).map((handle) => `@${handle}`),
    ],
  };
}

const unique = (texts: readonly (string | null | undefined)[]) => [
  ...new Set(texts.filter((text): text is string => Boolean(text))),
];
