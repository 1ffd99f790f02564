import { describe, expect, it } from 'vitest';
import { writeUpHtml } from './write-up';

describe('a section of a write-up', () => {
  it('is Markdown: lists, emphasis, code, tables', () => {
    const html = writeUpHtml(
      'We *tried*:\n\n- **`log1p`** as is\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    );
    expect(html).toContain('<em>tried</em>');
    expect(html).toContain('<li><strong><code>log1p</code></strong> as is</li>');
    expect(html).toContain('<div class="overflow-x-auto" tabindex="0"><table>');
  });

  it('links to pages of the portal and of the web', () => {
    expect(writeUpHtml('[Bias](/wiki/ranking/position-bias)')).toContain(
      '<a href="/wiki/ranking/position-bias">Bias</a>',
    );
    expect(writeUpHtml('https://example.com/a')).toContain('<a href="https://example.com/a">');
  });

  it('keeps its headings below those of the page', () => {
    expect(writeUpHtml('# Setting\n\n###### Details')).toBe('<h4>Setting</h4>\n<h4>Details</h4>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](https://elsewhere.example/pixel.gif)',
    '<a href="/" onclick="alert(1)">x</a>',
    '<svg/onload=alert(1)>',
    '<iframe src="https://elsewhere.example"></iframe>',
    '[x](vbscript:msgbox)',
  ])('runs and loads nothing: %s', (markdown) => {
    expect(writeUpHtml(markdown)).not.toMatch(
      /<(script|img|svg|iframe)|\son\w+=|javascript:|data:|vbscript:/i,
    );
  });
});
