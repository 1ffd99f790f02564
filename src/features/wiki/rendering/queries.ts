import 'server-only';
import type { Transaction } from '@/foundation/db';
import { linkedPlace, linkResolver, type PageAddress, pageKey } from '../addresses';
import { findFormerAddresses, findLinkedPages, findTitledPages } from '../links/queries';
import { basesOf } from '../moving/bases';
import type { ResolveLink } from './links';
import type { Mention, ResolveMention, WrittenMention } from './mentions';
import type { ReadMarkdown, RenderedPage } from './render-markdown';

/** Renders a text as the page at this address, its links led to the pages, people and units that there are. */
export async function renderLinked(
  client: Transaction,
  page: PageAddress & { id?: string; writtenAt?: Date },
  title: string,
  read: ReadMarkdown,
): Promise<RenderedPage> {
  const former = read.linkTargets.length > 0 ? await findFormerAddresses(client, page) : [];
  const bases = basesOf(page, former, page.writtenAt);
  const places = bases.flatMap((base) =>
    read.linkTargets.flatMap((target) => linkedPlace(target, base) ?? []),
  );
  const pageIds = await findLinkedPages(client, places);
  const titles = await findTitledPages(client, page.spaceSlug, places);
  for (const titled of titles.values()) pageIds.set(pageKey(titled), titled.id);
  // A page that is about to be may link to itself.
  if (page.id) pageIds.set(pageKey(page), page.id);
  const resolvers = bases.map((base) => linkResolver(base, pageIds, titles));
  const resolveLink: ResolveLink = (target) => {
    const answers = resolvers.map((resolve) => resolve(target));
    return answers.find((answer) => answer?.isBroken === false) ?? answers[0] ?? null;
  };
  return read.render({
    title,
    resolveLink,
    resolveMention: await mentionResolver(client, read.mentions),
  });
}

type Named = { kind: WrittenMention['kind']; id: string; name: string; title: string };

/** Who and what the names in texts mean; a name that nobody has stays text. */
export async function mentionResolver(
  client: Transaction,
  written: readonly WrittenMention[],
): Promise<ResolveMention> {
  if (written.length === 0) return () => null;
  const namesOf = (kind: WrittenMention['kind']) =>
    written.filter((mention) => mention.kind === kind).map(({ name }) => name);
  const found = await client.$queryRaw<Named[]>`
    SELECT 'person' AS kind, p.id, p.handle AS name, p.name AS title FROM "Person" p
     WHERE p.handle = ANY (${namesOf('person')}::text[])
    UNION ALL
    SELECT 'unit', u.id, u.slug, u.name FROM "OrgUnit" u
     WHERE u.slug = ANY (${namesOf('unit')}::text[])`;
  const known = new Map(found.map((named) => [`${named.kind} ${named.name}`, mentionOf(named)]));
  return ({ kind, name }) => known.get(`${kind} ${name}`) ?? null;
}

const mentionOf = ({ kind, id, name, title }: Named): Mention => ({
  kind,
  name,
  id,
  title,
  href: `${kind === 'person' ? '/people' : '/org'}/${encodeURIComponent(name)}`,
});
