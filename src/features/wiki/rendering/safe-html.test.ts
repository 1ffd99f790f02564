import { readFileSync } from 'node:fs';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../../tests/support/shared-data';
import { renderMarkdown } from './render-markdown';

const browserParser = unified().use(rehypeRaw).freeze();

const HARMLESS_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];
const ACTIVE =
  /^(?:script|style|iframe|frame|object|embed|applet|form|button|textarea|select|svg|maction|annotation-xml|mglyph|malignmark|link|meta|base|template|video|audio|source|portal)$/;

/** Parses what a reader is sent as a browser would, and lists everything in it that could act. */
function dangersIn(html: string): string[] {
  const tree = browserParser.runSync({
    type: 'root',
    children: [{ type: 'raw', value: html }],
  } as Root);
  const dangers: string[] = [];
  visit(tree, 'element', ({ tagName, properties }) => {
    // Formulas are ours, and bear nothing but that they stand by themselves.
    if (tagName === 'math' && Object.keys(properties).some((name) => name !== 'display')) {
      dangers.push('<math>');
    }
    if (ACTIVE.test(tagName)) dangers.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || /^(?:style|srcdoc|srcset|formaction|action|ping)$/i.test(name)) {
        dangers.push(`${tagName} ${name}`);
      }
      if (name === 'href' || name === 'src') dangers.push(...dangerousAddress(String(value)));
    }
  });
  return dangers;
}

function dangerousAddress(address: string): string[] {
  if (!URL.canParse(address, 'https://portal.example/wiki/')) return [];
  const { protocol } = new URL(address, 'https://portal.example/wiki/');
  return HARMLESS_SCHEMES.includes(protocol) ? [] : [address];
}

describe('the check itself', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="java&#9;script:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<p style="position:fixed">x</p>',
    '<svg><a href="x">y</a></svg>',
    '<math xmlns="x"><mi>y</mi></math>',
  ])('sees the danger in %s', (html) => {
    expect(dangersIn(html)).not.toEqual([]);
  });
});

describe('hostile Markdown', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<b onclick="alert(1)">x</b> <img src=x onerror=alert(1)>'],
    [
      'an address that is a script',
      '[x](javascript:alert(1)) <a href=" JaVaScRiPt:alert(1)">x</a>',
    ],
    ['one with a tab in it', '<a href="java\tscript:alert(1)">x</a>'],
    ['one in entities', '[x](&#106;avascript:alert(1)) <a href="jav&#x09;ascript:alert(1)">x</a>'],
    ['one behind control characters', '<a href="\u0001javascript:alert(1)">x</a>'],
    ['one in a reference', '[x][y]\n\n[y]: javascript:alert(1)'],
    ['one in angle brackets', '<javascript:alert(1)>'],
    ['data as a page', '[x](data:text/html;base64,PHNjcmlwdD4=) ![x](data:image/svg+xml,<svg/>)'],
    [
      'a style',
      '<p style="background:url(javascript:alert(1))">x</p><style>*{display:none}</style>',
    ],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=x></object>'],
    [
      'a form',
      '<form action="https://evil.example"><input name=password><button>Sign in</button></form>',
    ],
    [
      'drawings',
      '<svg onload=alert(1)><script>alert(1)</script></svg><math id=x><maction actiontype=statusline xlink:href="javascript:alert(1)">x</maction></math>',
    ],
    ['markup that parses twice', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
    ['a comment that ends early', '<!--><img src=x onerror=alert(1)>-->'],
    ['a code language', '``` "onmouseover="alert(1)\nx\n```'],
    ['a title', '# <img src=x onerror=alert(1)>\n\n[x](y.md "\\"onmouseover=alert(1)")'],
    ['a heading’s own id', '## x {#x"onclick=alert(1)}'],
    ['a footnote', 'x[^<img src=x onerror=alert(1)>]\n\n[^<img src=x onerror=alert(1)>]: y'],
  ])('%s does nothing', (_, markdown) => {
    expect(dangersIn(renderMarkdown(markdown).html)).toEqual([]);
  });

  it('cannot take the name of an element of the page', () => {
    const { html } = renderMarkdown('<p id="main">x</p><a name="cookie">y</a>');
    expect(html).toContain('id="user-content-main"');
    expect(html).toContain('name="user-content-cookie"');
  });

  it('cannot dress up as a part of the portal', () => {
    const { html } = renderMarkdown(
      '<p class="fixed inset-0">x</p><a class="heading-anchor" href="y">z</a>',
    );
    expect(html).not.toMatch(/class="[^"]/);
  });

  it('cannot close the article around it', () => {
    expect(renderMarkdown('</article></main><h1>x</h1>').html).not.toMatch(/article|main/);
  });

  it('leaves nothing of a script’s text behind', () => {
    expect(renderMarkdown('a <script>steal()</script> b').html).not.toContain('steal');
  });
});

const payloads = sharedData('xss-payloads');

describe.skipIf(!payloads)('the published payloads', () => {
  const lines = payloads
    ? readFileSync(`${payloads}/payloadbox.txt`, 'utf8')
        .split('\n')
        .filter((line) => line.trim())
    : [];

  it('do nothing, each as a page of its own', () => {
    expect(lines.length).toBeGreaterThan(3000);
    const harmful = lines.filter((line) => dangersIn(renderMarkdown(line).html).length > 0);
    expect(harmful).toEqual([]);
  }, 60_000);

  it('do nothing as a title, a link, a picture and a table', () => {
    const harmful = lines.filter((line) => {
      const markdown = `# ${line}\n\n## ${line}\n\n[x](${line}) [y](<${line}>) ![${line}](${line})\n\n| ${line} |\n|---|\n| ${line} |\n\n<a href="${line}" title='${line}'>z</a>\n`;
      return dangersIn(renderMarkdown(markdown).html).length > 0;
    });
    expect(harmful).toEqual([]);
  }, 120_000);

  it('do nothing together', () => {
    for (let start = 0; start < lines.length; start += 200) {
      const together = lines.slice(start, start + 200);
      expect(dangersIn(renderMarkdown(together.join('\n')).html)).toEqual([]);
      expect(dangersIn(renderMarkdown(together.join('\n\n')).html)).toEqual([]);
    }
  }, 120_000);
});
