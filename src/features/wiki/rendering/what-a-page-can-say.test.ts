import { describe, expect, it } from 'vitest';
import { linkResolver } from '../addresses';
import { embedsIn, fillEmbeds } from './embeds';
import type { ResolveMention } from './mentions';
import { readMarkdown, renderMarkdown } from './render-markdown';

const html = (markdown: string) => renderMarkdown(markdown).html.trim();

describe('formulas', () => {
  it('stand in a line or by themselves, as MathML', () => {
    expect(html('So $x^2$ grows.\n')).toMatch(
      /^<p>So <math><semantics>.*<msup>.*<annotation encoding="application\/x-tex">x\^2<\/annotation><\/semantics><\/math> grows\.<\/p>$/,
    );
    for (const written of ['$$\nx^2\n$$\n', '$$x^2$$\n', '```math\nx^2\n```\n']) {
      expect(html(written)).toMatch(
        /^<div class="formula" tabindex="0" role="group" aria-label="Formula"><math display="block">/,
      );
    }
  });

  it.each([
    'From $5 to $10 a month.',
    'It costs 5$ or 10$ now.',
    'US$5 and US$6.',
    'A price of $ 5 $ each.',
    'The shell knows \\$HOME and \\$PATH.',
    'Use `$x$` here.',
    'One $ alone.',
  ])('are not seen in "%s"', (text) => {
    expect(html(text)).not.toContain('<math');
  });

  it('keep their source for search, and the words around them', () => {
    expect(
      renderMarkdown('## The $\\sigma$ term\n\nGrows by $a_i$.\n').tableOfContents[0]?.text,
    ).toBe('The \\sigma term');
  });

  it('that cannot be drawn stay as they were written, and say why', () => {
    expect(html('$\\frac{1$\n')).toMatch(
      /<code class="formula-fault" title="[^"]+">\\frac\{1<\/code>/,
    );
  });

  it('cannot bring addresses, styles or classes with them', () => {
    const page = html('$\\href{javascript:alert(1)}{x} \\htmlStyle{position:fixed}{y}$\n');
    expect(page).not.toMatch(/href="|style="/);
  });
});

describe('callouts', () => {
  it('are quotes that say what they are', () => {
    expect(html('> [!WARNING]\n> Do *not* log it.\n')).toBe(
      '<div class="callout callout-warning" role="note" aria-label="Warning"><p class="callout-title">Warning</p>\n<p>Do <em>not</em> log it.</p>\n</div>',
    );
  });

  it('may have a title of their own', () => {
    expect(html('> [!tip] Before you start\n>\n> Read it.\n')).toContain(
      '<p class="callout-title">Before you start</p>',
    );
  });

  it('other quotes stay quotes', () => {
    for (const quote of ['> [!OTHER]\n> x\n', '> NOTE\n> x\n', '> x [!NOTE]\n']) {
      expect(html(quote)).toMatch(/^<blockquote>/);
    }
  });
});

describe('diagrams', () => {
  it('are sent as their source, which reads without a script', () => {
    expect(html('```mermaid\ngraph LR\nA-->B\n```\n')).toBe(
      '<div class="diagram"><pre tabindex="0"><code class="language-mermaid">graph LR\nA-->B\n</code></pre></div>',
    );
  });
});

describe('[[wiki links]]', () => {
  const from = { spaceSlug: 'guild', path: 'how/here' };
  const pages = new Map([
    ['guild/how/near', 'near'],
    ['guild/top', 'top'],
    ['data/backfills', 'backfills'],
    ['data/cold-start', 'cold'],
  ]);
  const titles = new Map([['cold start', { spaceSlug: 'data', path: 'cold-start' }]]);
  const page = (markdown: string) =>
    renderMarkdown(markdown, { resolveLink: linkResolver(from, pages, titles) });

  it.each([
    ['[[near]]', '/wiki/guild/how/near', 'near'],
    ['[[top]]', '/wiki/guild/top', 'top'],
    ['[[data/backfills]]', '/wiki/data/backfills', 'data/backfills'],
    ['[[Cold Start]]', '/wiki/data/cold-start', 'Cold Start'],
    [
      '[[data/backfills#What went wrong|the story]]',
      '/wiki/data/backfills#what-went-wrong',
      'the story',
    ],
  ])('%s leads to %s', (markdown, href, text) => {
    expect(page(markdown).html).toBe(`<p><a href="${href}">${text}</a></p>`);
  });

  it('to a page that is not there are broken, and are told', () => {
    const { html: shown, links } = page('See [[Nowhere]].\n');
    expect(shown).toContain('class="broken-link"');
    expect(links).toMatchObject([{ target: '[[Nowhere]]', isBroken: true, pageId: null }]);
  });

  it('work in a table', () => {
    expect(page('| a |\n|---|\n| [[top\\|here]] |\n').html).toContain(
      '<a href="/wiki/guild/top">here</a>',
    );
  });

  it.each([
    '`[[top]]`',
    '\\[[top]]',
    '[[]]',
    '[[ ]]',
    '[[a]',
    '[[a [[b',
    '[[top]](x.md)',
    '[[top]]\n\n[top]: y.md',
  ])('are not seen in %s', (markdown) => {
    expect(page(markdown).html).not.toContain('href="/wiki/guild/top"');
  });

  it('stay as they were written where there is no wiki', () => {
    expect(html('See [[Cold *start*]].')).toBe('<p>See [[Cold *start*]].</p>');
  });
});

describe('mentions', () => {
  const people = ['ada', 'jo-ann'];
  const resolveMention: ResolveMention = ({ kind, name }) => {
    if (kind === 'unit') {
      return name === 'ranking'
        ? { kind, name, id: 'r', href: '/org/ranking', title: 'Ranking' }
        : null;
    }
    return people.includes(name)
      ? { kind, name, id: name, href: `/people/${name}`, title: name }
      : null;
  };
  const page = (markdown: string) => renderMarkdown(markdown, { resolveMention });

  it('of people and of units are links', () => {
    const { html: shown, mentions } = page('Ask @ada, @Jo-Ann. Or @@ranking!\n');
    expect(shown).toContain('<a href="/people/ada" title="ada" class="mention">@ada</a>,');
    expect(shown).toContain('>@Jo-Ann</a>.');
    expect(shown).toContain(
      '<a href="/org/ranking" title="Ranking" class="mention">@@ranking</a>!',
    );
    expect(mentions.map(({ id }) => id)).toEqual(['ada', 'jo-ann', 'r']);
  });

  it.each([
    'x@ada',
    'ada@ada.example',
    '`@ada`',
    '[@ada](x.md)',
    '@nobody',
    '@ranking',
    '@@ada',
    '@@@ada',
    '/@ada',
  ])('are not seen in %s', (markdown) => {
    expect(page(markdown).mentions).toEqual([]);
  });

  it('are told before rendering, so that they can be looked up', () => {
    expect(readMarkdown('@ada and @@ranking, @ada\n').mentions).toEqual([
      { kind: 'person', name: 'ada' },
      { kind: 'unit', name: 'ranking' },
    ]);
  });
});

describe('embeds', () => {
  const article = html('Before.\n\n![[/techniques/cold-start]]\n\n![[/meetups/m1]]\n');

  it('are places in the article, and links by themselves', () => {
    expect(embedsIn(article)).toEqual([
      { kind: 'technique', ref: 'cold-start' },
      { kind: 'meetup', ref: 'm1' },
    ]);
    expect(article).toContain('<a href="/techniques/cold-start">/techniques/cold-start</a>');
  });

  it('are filled with what is there when the page is read', () => {
    const filled = fillEmbeds(article, ({ kind }) =>
      kind === 'technique'
        ? {
            href: '/techniques/cold-start',
            kicker: 'Technique',
            title: '<Cold>',
            facts: [{ label: 'Stage', value: '"New"' }],
          }
        : null,
    );
    expect(filled).toContain('<a href="/techniques/cold-start">&lt;Cold&gt;</a>');
    expect(filled).toContain('<dd>&quot;New&quot;</dd>');
    expect(filled).toContain('There is nothing at /meetups/m1 to show here.');
    expect(filled).not.toContain('data-embed');
  });

  it.each([
    'x ![[/techniques/a]]',
    '![[/elsewhere/a]]',
    '`![[/techniques/a]]`',
    '![[/techniques/<b>]]',
  ])('are not seen in %s', (markdown) => {
    expect(embedsIn(html(markdown))).toEqual([]);
  });

  it('cannot be made of HTML that an author wrote', () => {
    expect(
      embedsIn(
        html('<div class="embed" data-embed="technique" data-ref="x"><a href="x">x</a></div>\n'),
      ),
    ).toEqual([]);
  });
});
