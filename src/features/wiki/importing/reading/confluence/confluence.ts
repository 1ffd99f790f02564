import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';
import { slugFrom } from '@/foundation/slug';
import type { SourceFolder, SourcePage } from '../../source-folder';
import { type Archive, readText } from '../archive';
import { markdownOf } from './markdown';

const HTML = /\.html?$/i;
const PAGE_HTML_MAX = 4_000_000;

type FoundPage = { html: string; title: string; parents: string[]; content: Element };

/** Whether an archive was exported by Confluence: one list of contents, and pages beside it. */
export const isConfluence = ({ files }: Archive): boolean =>
  files.some(({ file }) => file === 'index.html') &&
  files.filter(({ file }) => HTML.test(file)).length > 1;

/**
 * A space that Confluence exported as HTML, as a folder of Markdown: the tree of pages from their
 * breadcrumbs, their texts, their links to each other, pictures and attachments.
 */
export async function readConfluence(archive: Archive): Promise<SourceFolder> {
  const source: SourceFolder = {
    pages: [],
    otherFiles: archive.files.map(({ file }) => file).filter((file) => !HTML.test(file)),
    skipped: [...archive.refused],
    open: archive.open,
  };
  const found = new Map<string, FoundPage>();
  for (const { file, size } of archive.files) {
    if (!HTML.test(file) || file === 'index.html') continue;
    const read = await readText(archive, { file, size }, PAGE_HTML_MAX);
    if ('refusal' in read) source.skipped.push({ file, reason: read.refusal });
    else {
      const page = pageIn(file, read.text);
      if (page) found.set(file, page);
      else source.skipped.push({ file, reason: 'It holds no page as Confluence writes them.' });
    }
  }
  const places = placesOf(found);
  for (const [file, page] of found) source.pages.push(sourcePage(file, page, places));
  source.pages.sort((a, b) => (a.file < b.file ? -1 : 1));
  return source;
}

function pageIn(html: string, text: string): FoundPage | null {
  const tree = unified().use(rehypeParse).parse(text) as Root;
  const content = byId(tree, 'main-content');
  if (!content) return null;
  const breadcrumbs = byId(tree, 'breadcrumbs');
  const parents: string[] = [];
  if (breadcrumbs) {
    visit(breadcrumbs, { type: 'element', tagName: 'a' }, (link) => {
      const { href } = (link as Element).properties;
      if (typeof href === 'string' && href !== 'index.html') parents.push(decoded(href));
    });
  }
  return { html, title: titleIn(tree) ?? html.replace(HTML, ''), parents, content };
}

/** A percent sign that stands for nothing, as in `100%.html`, is one. */
function decoded(address: string): string {
  try {
    return decodeURI(address).normalize('NFC');
  } catch {
    return address;
  }
}

/** Confluence writes the space's name before each title: `Handbook : Cold start`. */
function titleIn(tree: Root): string | null {
  const heading = byId(tree, 'title-text') ?? byId(tree, 'title-heading');
  const title = heading && textOf(heading).replace(/\s+/g, ' ').trim();
  return title ? title.replace(/^.*? : /, '') : null;
}

export function byId(tree: Root | Element, id: string): Element | null {
  let found: Element | null = null;
  visit(tree, 'element', (node) => {
    if (node.properties.id !== id) return CONTINUE;
    found = node;
    return EXIT;
  });
  return found;
}

/** Where each page will lie: beneath its parents, under a name made of its title. */
function placesOf(found: ReadonlyMap<string, FoundPage>): Map<string, string> {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  for (const [file, { title, parents }] of found) {
    const folders = parents.flatMap((parent) => found.get(parent)?.title ?? []).map(nameFor);
    const path = [...folders, nameFor(title)].join('/');
    // Two pages of one title are told apart by the number that Confluence gave them.
    const place = taken.has(path)
      ? `${path}-${/(\d+)\.html?$/i.exec(file)?.[1] ?? taken.size}`
      : path;
    taken.add(place);
    places.set(file, `${place}.md`);
  }
  return places;
}

const nameFor = (title: string) => slugFrom(title) || 'page';

function sourcePage(
  file: string,
  { title, content }: FoundPage,
  places: ReadonlyMap<string, string>,
): SourcePage {
  const own = places.get(file) ?? file;
  const up = '../'.repeat(own.split('/').length - 1);
  const markdown = markdownOf(content, (address) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address)) return null;
    const [, target = '', rest = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
    const place = places.get(decoded(target));
    return up + (place ?? target) + rest;
  });
  return {
    file: own,
    markdown: `# ${title}\n\n${markdown}`,
  };
}
