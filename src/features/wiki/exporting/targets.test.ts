import { describe, expect, it } from 'vitest';
import { exportedTarget } from './file-places';
import { rewriteTargets, targetsIn } from './targets';

const shouted = (text: string) => rewriteTargets(text, (target) => target.toUpperCase());

describe('rewriting the addresses of a text', () => {
  it.each([
    ['[a](b.md)', '[a](B.MD)'],
    ['[b.md](b.md "b.md")', '[b.md](B.MD "b.md")'],
    ['![b.png](<b.png>)', '![b.png](<B.PNG>)'],
    ['[![i](i.png)](i.png)', '[![i](I.PNG)](I.PNG)'],
    ['[a][r]\n\n[r]: r.md "r"', '[a][r]\n\n[r]: R.MD "r"'],
    [
      '<img alt="x" src="i.png"> and <a href=\'b.md\'>b</a>',
      '<img alt="x" src="I.PNG"> and <a href=\'B.MD\'>b</a>',
    ],
    ['`[a](b.md)`\n\n```\n[a](b.md)\n```', '`[a](b.md)`\n\n```\n[a](b.md)\n```'],
    ['---\nlink: "[a](b.md)"\n---\n\nText', '---\nlink: "[a](b.md)"\n---\n\nText'],
    ['nothing to rewrite', 'nothing to rewrite'],
  ])('%j', (before, after) => {
    expect(shouted(before)).toBe(after);
  });

  it('finds each address once', () => {
    expect(targetsIn('[a](b.md) [c](b.md) ![d](e.png)')).toEqual(['b.md', 'e.png']);
  });
});

describe('the address of a file in an export', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  it('is relative to the page', () => {
    expect(exportedTarget(`/files/${id}/a%20b.png`, 'x/y/page', new Set([id]))).toBe(
      `../../files/${id}/a%20b.png`,
    );
    expect(exportedTarget(`/files/${id}/a.png`, 'page', new Set([id]))).toBe(`files/${id}/a.png`);
  });
  it('is left alone when the file is not in it', () => {
    expect(exportedTarget(`/files/${id}/a.png`, 'page', new Set())).toBeNull();
  });
});
