import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, fileHref, markdownFor } from './names';
import { fileIdsIn } from './references';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\plan.pdf', 'plan.pdf'],
    ['.htaccess', 'htaccess'],
    ['a"b<c>.png', 'a-b-c-.png'],
    ['cod\u202Egnp.exe', 'codgnp.exe'],
    ['über uns.png', 'über uns.png'],
    ['line\r\nbreak.txt', 'linebreak.txt'],
    ['…', '…'],
    ['..', 'file'],
  ])('%j becomes %j', (written, clean) => {
    expect(cleanFileName(written)).toBe(clean);
  });

  it('keeps its ending when it is cut', () => {
    expect(cleanFileName(`${'x'.repeat(400)}.ipynb`)).toMatch(/^x{114}\.ipynb$/);
  });

  it('stays within its address and its Markdown, whatever somebody called it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const name = cleanFileName(written);
        expect(cleanFileName(name)).toBe(name);
        expect(name).not.toMatch(/[/\\\n\r"<>()[\]]/);
        const markdown = markdownFor({ id: ID, name, type: 'text/plain' });
        expect(markdown).toBe(`[${name}](${fileHref({ id: ID, name })})`);
        expect(fileIdsIn(markdown)).toEqual([ID]);
      }),
    );
  });
});

describe('an attached notebook', () => {
  it('is shown where it is named, and kept as a file of that revision', () => {
    const markdown = markdownFor({ id: ID, name: 'loss.ipynb', type: 'application/json' });
    expect(markdown).toBe(`![[/files/${ID}/loss.ipynb]]`);
    expect(fileIdsIn(markdown)).toEqual([ID]);
  });
});

describe('the files that a text shows', () => {
  it('are found in pictures, links, definitions and HTML', () => {
    const ids = [1, 2, 3, 4].map((n) => ID.replace(/^0f8fad5b/, `0f8fad5${n}`));
    const text = `![a](/files/${ids[0]}/a.png) [b](</files/${ids[1]}/b c.pdf> "B")\n\n[c]: /files/${ids[2]}/c\n\n<img src="/files/${ids[3]}/d.png">\n`;
    expect(fileIdsIn(text)).toEqual(ids);
  });

  it('are each told once, and nothing else is taken for one', () => {
    expect(fileIdsIn(`/files/${ID}/a /files/${ID}/b /files/none/c`)).toEqual([ID]);
  });
});
