import 'server-only';
import { ask, askTogether, type Question, question } from '@/foundation/questions';
import { linkedPlace, linkResolver, type PageAddress, pageKey } from '../addresses';
import { formerAddresses, type LeftAddress, linkedPages, titledPages } from '../links/queries';
import { basesOf } from '../moving/bases';
import type { ResolveLink } from './links';
import type { Mention, ResolveMention, WrittenMention } from './mentions';
import type { ReadMarkdown, RenderedPage } from './render-markdown';

type PageToRender = PageAddress & {
  id?: string;
  writtenAt?: Date;
  /** Where it lay before, when that is known already. */
  former?: readonly LeftAddress[];
};

/** Renders a text as the page at this address, its links led to the pages, people and units that there are. */
export async function renderLinked(
  page: PageToRender,
  title: string,
  read: ReadMarkdown,
): Promise<RenderedPage> {
  if (read.linkTargets.length + read.mentions.length === 0) return read.render({ title });
  const former = page.former ?? (await ask(formerAddresses(page)));
  const bases = basesOf(page, former, page.writtenAt);
  const places = bases.flatMap((base) =>
    read.linkTargets.flatMap((target) => linkedPlace(target, base) ?? []),
  );
  const [pageIds, titles, resolveMention] = await askTogether(
    linkedPages(places),
    titledPages(page.spaceSlug, places),
    namedInTexts(read.mentions),
  );
  for (const titled of titles.values()) pageIds.set(pageKey(titled), titled.id);
  // A page that is about to be may link to itself.
  if (page.id) pageIds.set(pageKey(page), page.id);
  const resolvers = bases.map((base) => linkResolver(base, pageIds, titles));
  const resolveLink: ResolveLink = (target) => {
    const answers = resolvers.map((resolve) => resolve(target));
    return answers.find((answer) => answer?.isBroken === false) ?? answers[0] ?? null;
  };
  return read.render({ title, resolveLink, resolveMention });
}

type Named = { kind: WrittenMention['kind']; id: string; name: string; title: string };

/** Who and what the names in texts mean; a name that nobody has stays text. */
export function namedInTexts(written: readonly WrittenMention[]): Question<ResolveMention> {
  const namesOf = (kind: WrittenMention['kind']) =>
    written.filter((mention) => mention.kind === kind).map(({ name }) => name);
  return question(
    `SELECT 'person' AS kind, p.id, p.handle AS name, p.name AS title FROM "Person" p
      WHERE p.handle = ANY ($1::text[])
     UNION ALL
     SELECT 'unit', u.id, u.slug, u.name FROM "OrgUnit" u WHERE u.slug = ANY ($2::text[])`,
    [namesOf('person'), namesOf('unit')],
    (found: Named[]) => {
      const known = new Map(
        found.map((named) => [`${named.kind} ${named.name}`, mentionOf(named)]),
      );
      return ({ kind, name }) => known.get(`${kind} ${name}`) ?? null;
    },
  );
}

const mentionOf = ({ kind, id, name, title }: Named): Mention => ({
  kind,
  name,
  id,
  title,
  href: `${kind === 'person' ? '/people' : '/org'}/${encodeURIComponent(name)}`,
});
