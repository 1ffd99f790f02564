import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { kindOfFile } from './kinds';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const kind = async (name: string, content: string | Buffer) => {
  const head = Buffer.from(content);
  return kindOfFile(name, head, await fileTypeFromBuffer(head));
};

describe('what a file is', () => {
  it.each([
    ['a.png', PNG, 'image/png'],
    ['no-ending', PNG, 'image/png'],
    ['paper.pdf', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf'],
    ['notes.md', '# Notes\n', 'text/markdown'],
    ['run.ipynb', '{"cells":[]}', 'application/x-ipynb+json'],
    [
      'drawing.svg',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      'image/svg+xml',
    ],
    ['page.html', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['drawing.txt', '<svg onload="alert(1)">', 'image/svg+xml'],
    ['model.bin', Buffer.from([1, 0, 2, 0xff]), 'application/octet-stream'],
  ])('%s is recognised by its content', async (name, content, type) => {
    expect(await kind(name, content)).toEqual({ ok: true, type });
  });

  it.each([
    ['a page as a picture', 'a.png', '<!doctype html><script>alert(1)</script>', 'pretends'],
    ['a text as a PDF', 'a.pdf', 'hello', 'pretends'],
    ['a program by its name', 'setup.exe', 'MZ', 'program'],
    ['a program by its content', 'holiday.jpg.dat', Buffer.from('\x7fELF\x02\x01\x01'), 'program'],
  ])('%s is refused', async (_, name, content, reason) => {
    expect(await kind(name, content)).toEqual({ ok: false, reason });
  });
});
