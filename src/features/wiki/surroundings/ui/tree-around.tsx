import { folderHref, pageHref, spaceHref } from '../../addresses';
import { escaped } from '../../rendering/embeds';
import type { Surroundings } from '../arrange';
import { COUNTED_MAX } from '../limits';

/** Deeper entries are not set in further. */
const DEPTH_MAX = 4;

/** Where a page lies among the others, as links; written as one text, for there are many. */
export function TreeAround({
  space,
  surroundings,
}: {
  space: { slug: string; name: string };
  surroundings: Surroundings;
}) {
  const top = `<a href="${spaceHref(space.slug)}">${escaped(space.name)}</a>`;
  const html = top + surroundings.map((entry) => lineOf(space.slug, entry)).join('');
  return (
    <nav
      aria-label="Pages around this one"
      className="wiki-tree no-print"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: every part of it is escaped
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** The spaces beside one; what lies in it the page itself shows. */
export function SpacesAround({
  spaces,
  current,
}: {
  spaces: readonly { slug: string; name: string }[];
  current: string;
}) {
  return (
    <nav aria-label="Spaces around this one" className="wiki-tree no-print">
      <a href="/wiki">Wiki</a>
      {spaces.map(({ slug, name }) => (
        <a
          key={slug}
          href={spaceHref(slug)}
          className="d0"
          aria-current={slug === current ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function lineOf(spaceSlug: string, entry: Surroundings[number]): string {
  const depth = `d${Math.min(entry.depth, DEPTH_MAX)}`;
  if ('folder' in entry) {
    const href = folderHref({ spaceSlug, path: entry.folder });
    return `<a class="${depth} rest" href="${escaped(href)}">${allOf(entry.count)}</a>`;
  }
  const href = escaped(pageHref({ spaceSlug, path: entry.path }));
  const kind = entry.isFolder ? ' folder' : '';
  const current = entry.isCurrent ? ' aria-current="page"' : '';
  const title = escaped(entry.title) + (entry.isDraft ? ' (draft)' : '');
  return `<a class="${depth}${kind}"${current} href="${href}">${title}</a>`;
}

const allOf = (count: number) =>
  count > COUNTED_MAX
    ? `All pages here, more than ${COUNTED_MAX.toLocaleString('en')}`
    : `All ${count.toLocaleString('en')} pages here`;
