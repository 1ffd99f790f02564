import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { showCallouts } from './callouts';
import { finishCode } from './code/code-blocks';
import { element } from './elements';
import { placeEmbeds } from './embeds';
import { type FrontMatter, readFrontMatter, textIn } from './front-matter';
import { firstHeading, type Heading, liftTitle, markHeadings } from './headings';
import {
  linkTargets,
  type PageLink,
  type ResolveLink,
  replaceImages,
  resolveFragments,
  resolveLinks,
} from './links';
import { finishFormulas } from './math/formulas';
import {
  linkMentions,
  type Mention,
  type ResolveMention,
  type WrittenMention,
  writtenMentions,
} from './mentions';
import { showNotebooks } from './notebook/render-notebook';
import { blockTexts, summaryOf } from './plain-text';
import { addReadingAids } from './reading-aids';
import { safeTree } from './safe-tree';
import { TOO_HEAVY, WEIGHT_MAX, weightOf } from './weight';

/** Raise it when the same Markdown gives other HTML than before: stored pages are then rendered anew. */
export const RENDERER_VERSION = 2;

export type RenderedPage = {
  /** From the front matter, or the heading of level one at the start. */
  title: string | null;
  html: string;
  tableOfContents: Heading[];
  links: PageLink[];
  /** People and units that it names. */
  mentions: Mention[];
  /** Pictures whose files the portal does not have, as written. */
  missingImages: string[];
  /** Links within the page that lead nowhere. */
  lostFragments: string[];
  summary: string;
  /** The words alone, for search. */
  text: string;
};

export type ReadMarkdown = {
  frontMatter: FrontMatter;
  /** From the front matter, or the heading of level one at the start. */
  writtenTitle: string | null;
  /** Addresses that may lead to pages; look them up before rendering. */
  linkTargets: string[];
  /** Names that may be people's and units'; look them up as well. */
  mentions: WrittenMention[];
  render(options?: RenderOptions): RenderedPage;
};

type RenderOptions = {
  resolveLink?: ResolveLink;
  resolveMention?: ResolveMention;
  /** The page's title when it is known: a first heading that repeats it is left out. */
  title?: string;
};

const TOO_DEEP = 'This text is nested too deeply to be laid out, so it is shown as it was written.';

const toHtml = unified().use(rehypeStringify).freeze();

/**
 * Reads Markdown up to a safe tree, so that its links can be looked up before it is rendered.
 * Rendering works on that tree itself: render once.
 */
export function readMarkdown(markdown: string): ReadMarkdown {
  const frontMatter = readFrontMatter(markdown);
  const tree =
    weightOf(markdown) > WEIGHT_MAX
      ? asWritten(markdown, TOO_HEAVY)
      : withinDepth(
          () => showCallouts(showNotebooks(safeTree(markdown))),
          () => asWritten(markdown),
        );
  return {
    frontMatter,
    writtenTitle: writtenTitle(tree, frontMatter),
    linkTargets: linkTargets(tree),
    mentions: writtenMentions(tree),
    render: (options = {}) =>
      withinDepth(
        () => render(tree, frontMatter, options),
        () => render(asWritten(markdown), frontMatter, options),
      ),
  };
}

/** Markdown to the HTML that a reader is sent, and what a wiki wants to know of it. Pure: same in, same out. */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): RenderedPage {
  return readMarkdown(markdown).render(options);
}

function writtenTitle(tree: Root, frontMatter: FrontMatter): string | null {
  return textIn(frontMatter, 'title') ?? firstHeading(tree);
}

/** Nothing that was written is lost: what is nested too deeply to be laid out is shown as text. */
function withinDepth<Result>(work: () => Result, otherwise: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return otherwise();
    throw error;
  }
}

function asWritten(markdown: string, why = TOO_DEEP): Root {
  const notice = element('p', { className: ['as-written'] }, why);
  return { type: 'root', children: [notice, element('pre', {}, markdown)] };
}

function render(tree: Root, frontMatter: FrontMatter, options: RenderOptions): RenderedPage {
  const title = writtenTitle(tree, frontMatter);
  const lifted = liftTitle(tree, options.title ?? textIn(frontMatter, 'title'));
  const text = blockTexts(tree);
  const summary = textIn(frontMatter, 'description') ?? summaryOf(tree);
  const tableOfContents = markHeadings(tree, lifted);
  const links = resolveLinks(tree, options.resolveLink ?? (() => null));
  const mentions = linkMentions(tree, options.resolveMention ?? (() => null));
  const lostFragments = resolveFragments(tree, lifted);
  const missingImages = replaceImages(tree);
  placeEmbeds(tree);
  finishFormulas(tree);
  finishCode(tree);
  addReadingAids(tree);
  return {
    title,
    html: toHtml.stringify(tree),
    tableOfContents,
    links,
    mentions,
    missingImages,
    lostFragments,
    summary,
    text,
  };
}
