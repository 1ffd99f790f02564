import type { Schema } from 'hast-util-sanitize';

// Written out in full instead of widening a default: what is not named here does not get through.
const blocks = 'p blockquote pre hr div section details summary h1 h2 h3 h4 h5 h6'.split(' ');
const lists = 'ul ol li dl dt dd'.split(' ');
const tables = 'table caption thead tbody tfoot tr th td'.split(' ');
const phrases =
  'a abbr b br cite code del dfn em i img input ins kbd mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  );

const insideTable = { ancestors: ['table'] };

/**
 * What of an author's HTML may reach a reader: text structure, links and pictures. No script, no
 * handler, no style, no form, no frame, no address of another kind than the web's and mail's.
 */
export const safeHtml: Schema = {
  tagNames: [...blocks, ...lists, ...tables, ...phrases],
  attributes: {
    '*': ['id', 'title', 'lang', ['dir', 'ltr', 'rtl', 'auto']],
    a: [
      'href',
      'name',
      // What `[[a link]]` was written as; read by us, and taken off again.
      'dataWiki',
      'dataWritten',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      'ariaDescribedBy',
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-\S{1,40}$/]],
    details: ['open'],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt', 'width', 'height'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    li: [['className', 'task-list-item'], 'value'],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: ['dataEmbed'],
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right'], ['scope', 'row', 'col']],
    ul: [['className', 'contains-task-list']],
  },
  ancestors: Object.fromEntries(
    tables.slice(1).map((name) => [name, insideTable.ancestors] as const),
  ),
  // What an author names must not stand in for an element of the page around it.
  clobber: ['id', 'name', 'ariaDescribedBy'],
  clobberPrefix: 'user-content-',
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['https', 'attachment'] },
  required: { input: { type: 'checkbox', disabled: true } },
  // Of these not even the text is kept: it was never meant to be read.
  strip: ['script', 'style', 'template', 'noscript', 'title', 'textarea', 'xmp', 'noembed'],
  allowComments: false,
  allowDoctypes: false,
};
