import { describe, expect, it } from 'vitest';
import { pageHtml, picturesIn } from './page-html';

const PICTURE = '/files/0f8fad5b-d9cb-469f-a165-70867728950e/a.png';

const page = (html: string, title = 'Drift') =>
  pageHtml({
    title,
    facts: ['Kept by <b>Radio</b>'],
    html,
    origin: 'https://guild.example.com',
    pictures: new Map([[PICTURE, 'data:image/png;base64,AAAA']]),
  });

describe('a page as one HTML file', () => {
  it('carries its pictures and leads back into the portal', () => {
    const html = page(
      `<p><img alt="a" src="${PICTURE}"> <a class="x" href="/wiki/a/b#c">b</a> <a href="https://x.example/">x</a> <a href="#d">d</a></p>`,
    );
    expect(html).toContain('src="data:image/png;base64,AAAA"');
    expect(html).toContain('href="https://guild.example.com/wiki/a/b#c"');
    expect(html).toContain('href="https://x.example/"');
    expect(html).toContain('href="#d"');
  });

  it('loads nothing: a picture that is not at hand is left empty', () => {
    const html = page('<img src="/files/00000000-d9cb-469f-a165-70867728950e/b.png">');
    expect(html).toContain('<img src="">');
    expect(html).toContain(`content="default-src 'none'`);
  });

  it('shows a title as it was written, whatever stands in it', () => {
    const html = page('', '</title><script>alert(1)</script>');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;b&gt;Radio&lt;/b&gt;');
  });

  it('knows which pictures it needs', () => {
    expect(
      picturesIn(`<img src="${PICTURE}"><img alt="" src="data:x"><a href="${PICTURE}">a</a>`),
    ).toEqual([PICTURE]);
  });
});
