import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown';

const html = (markdown: string) => renderMarkdown(markdown).html;
const titleOf = (markdown: string) => renderMarkdown(markdown).title;

describe('the title', () => {
  it('is the first heading, which is then left out of the article', () => {
    expect(titleOf('# Cold start\n\nText.\n')).toBe('Cold start');
    expect(html('# Cold start\n\nText.\n').trim()).toBe('<p>Text.</p>');
  });

  it('is the front matter’s, and a different first heading stays as one of the second level', () => {
    const markdown = '---\ntitle: Cold start\n---\n\n# In short\n\nText.\n';
    expect(titleOf(markdown)).toBe('Cold start');
    expect(html(markdown)).toMatch(/<h2 id="in-short">In short/);
    expect(html(markdown)).not.toContain('title:');
  });

  it('that the page already has is not repeated', () => {
    const page = renderMarkdown('# Cold  start\n\n## Why\n', { title: 'Cold start' });
    expect(page.html).not.toContain('Cold');
  });

  it('is nobody’s guess when there is none', () => {
    expect(titleOf('Text.\n\n# Later\n')).toBeNull();
  });
});

describe('headings', () => {
  it('of levels two and three make the table of contents', () => {
    const { tableOfContents } = renderMarkdown('# T\n## One `x`\n### Two\n#### Three\n## One x\n');
    expect(tableOfContents).toEqual([
      { depth: 2, id: 'one-x', text: 'One x' },
      { depth: 3, id: 'two', text: 'Two' },
      { depth: 2, id: 'one-x-1', text: 'One x' },
    ]);
  });

  it('may carry an id of their own', () => {
    expect(html('## What do we look for? {#look_for}\n')).toMatch(
      /<h2 id="look_for">What do we look for\?</,
    );
  });

  it('never take an id that the page around the article uses', () => {
    const page = renderMarkdown('## Content\n\n[to it](#content)\n');
    expect(page.html).toContain('id="content-1"');
    expect(page.html).toContain('href="#content-1"');
  });
});

describe('links within a page', () => {
  it('lead to headings, to named places and to the title', () => {
    const page = renderMarkdown(
      '# Drift\n\n<a name="seen"></a>\n\n## Kinds of it\n\n[1](#kinds-of-it) [2](#Kinds-Of-It) [3](#seen) [4](#drift)\n',
    );
    expect(page.html.match(/href="#[^"]*">\d/g)).toEqual([
      'href="#kinds-of-it">1',
      'href="#kinds-of-it">2',
      'href="#user-content-seen">3',
      'href="#top">4',
    ]);
    expect(page.lostFragments).toEqual([]);
  });

  it('that lead nowhere are told', () => {
    expect(renderMarkdown('[x](#nowhere)\n').lostFragments).toEqual(['#nowhere']);
  });

  it('from a footnote and back again', () => {
    const page = html('Seen[^1].\n\n[^1]: By us.\n');
    for (const id of ['user-content-fn-1', 'user-content-fnref-1']) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toContain(`id="${id}"`);
    }
  });
});

describe('links between pages', () => {
  const resolveLink = (target: string) =>
    target.startsWith('/techniques')
      ? null
      : { href: `/wiki/s/${target}`, pageId: null, fragment: null, isBroken: target === 'b.md' };

  it('are pointed to the portal’s addresses, and say when there is no such page', () => {
    const page = renderMarkdown('[a](a.md) [b](b.md)\n', { resolveLink });
    expect(page.html).toContain('<a href="/wiki/s/a.md">a</a>');
    expect(page.html).toContain('class="broken-link"');
    expect(page.links.map(({ target, isBroken }) => [target, isBroken])).toEqual([
      ['a.md', false],
      ['b.md', true],
    ]);
  });

  it('are found in HTML too; addresses elsewhere are left as they are', () => {
    const page = renderMarkdown(
      '<a href="a.md">a</a> [t](/techniques/x) [w](https://example.com/a.md) <ada@example.com>\n',
      { resolveLink },
    );
    expect(page.links.map(({ target }) => target)).toEqual(['a.md']);
    expect(page.html).toContain('href="/techniques/x"');
    expect(page.html).toContain('href="https://example.com/a.md"');
    expect(page.html).toContain('href="mailto:ada@example.com"');
  });
});

describe('what a page is made of', () => {
  it('tables scroll on their own and can be reached with the keyboard', () => {
    expect(html('| a | |\n|---|--:|\n| b | 1 |\n')).toMatch(
      /^<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>/,
    );
  });

  it('the empty corner of a table heads nothing', () => {
    expect(html('| | a |\n|---|---|\n| b | 1 |\n')).toContain('<td></td>\n<th>a</th>');
  });

  it('tasks say whether they are done', () => {
    const page = html('- [x] measured\n- [ ] written down\n');
    expect(page).toContain('<input type="checkbox" checked disabled aria-label="Done"> measured');
    expect(page).toContain('<input type="checkbox" disabled aria-label="To do"> written down');
  });

  it('code can be reached with the keyboard, and its words are told apart by classes', () => {
    expect(html('```python\nreturn "a"\n```\n')).toBe(
      '<pre tabindex="0"><code class="language-python"><span class="tok-keyword">return </span><span class="tok-string-expression">"a"</span>\n</code></pre>',
    );
  });

  it('code in a language that nobody knows is plain', () => {
    expect(html('```klingon\nx < 1\n```\n')).toBe(
      '<pre tabindex="0"><code class="language-klingon">x &#x3C; 1\n</code></pre>',
    );
  });

  it('a picture among the portal’s own files is shown when it comes into view', () => {
    expect(html('![Loss](/files/1/loss.png)\n')).toBe(
      '<p><img src="/files/1/loss.png" alt="Loss" loading="lazy"></p>',
    );
  });

  it('a picture that is not here is told by its description', () => {
    const page = renderMarkdown('![Loss over time](assets/loss.png)\n');
    expect(page.html).toContain('<span class="missing-image">Loss over time</span>');
    expect(page.missingImages).toEqual(['assets/loss.png']);
  });

  it('a picture on another host is a link to it, so that the host does not learn who reads', () => {
    const page = renderMarkdown('![Loss](https://example.com/x.png)\n');
    expect(page.html).toBe(
      '<p><a href="https://example.com/x.png" class="missing-image">Loss</a></p>',
    );
    expect(page.missingImages).toEqual([]);
  });

  it('a picture in a link does not put a link into a link', () => {
    expect(html('[![Build](https://example.com/x.svg)](https://example.com)\n')).toBe(
      '<p><a href="https://example.com"><span class="missing-image">Build</span></a></p>',
    );
  });

  it('the summary is the first paragraph, cut at a word', () => {
    expect(renderMarkdown('# T\n\n- list\n\nFirst *one*.\n\nSecond.\n').summary).toBe('First one.');
    const long = renderMarkdown(`${'word '.repeat(100)}\n`).summary;
    expect(long.length).toBeLessThanOrEqual(241);
    expect(long).toMatch(/word…$/);
  });

  it('the words for search keep cells and paragraphs apart', () => {
    expect(renderMarkdown('# T\n\nOne\n\n| a | b |\n|---|---|\n| c | d**e** |\n').text).toBe(
      'One a b c de',
    );
  });

  it('details may be folded away', () => {
    expect(html('<details><summary>More</summary>\n\n*text*\n\n</details>\n')).toContain(
      '<em>text</em>',
    );
  });
});

describe('front matter', () => {
  it('that cannot be read harms nothing', () => {
    expect(html('---\ntitle: [\n---\n\nText.\n')).toContain('Text.');
  });

  it('cannot make a small text large', () => {
    const bomb = '---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\ntitle: *b\n---\n\nText.\n';
    expect(titleOf(bomb)).toBeNull();
  });
});

describe('texts that are nested without end', () => {
  it.each([
    ['quotes', '>'.repeat(2_000)],
    ['HTML', '<div>'.repeat(20_000)],
  ])('%s are shown as they were written', (_, markdown) => {
    expect(html(`${markdown} end`)).toMatch(
      /^<p class="as-written">.*<pre tabindex="0">.*end<\/pre>$/s,
    );
  });
});
