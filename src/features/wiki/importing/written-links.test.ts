import { describe, expect, it } from 'vitest';
import { notRendered, writtenTargets } from './written-links';

describe('links as they were written', () => {
  it('are found in code, with titles, brackets and spaces; pictures and the web are none', () => {
    const markdown = [
      '[a](a.md "title") ![b](b.png) [c](https://example.com/c.md) [d](#d) [e](<e e.md>)',
      '```\n[f](f.md)\n```',
      '[g](<https://example.com/(g)>) [h](h.md#x(y)) [i](i.md#x y) [[j]](j.md)',
    ].join('\n');
    expect(writtenTargets(markdown)).toEqual([
      'a.md',
      'e e.md',
      'f.md',
      'h.md#x(y)',
      'i.md#x y',
      'j.md',
    ]);
  });

  it('that Markdown did not read are those left over', () => {
    expect(notRendered(['a b.md', 'c.md', 'c.md', 'd.md'], ['a%20b.md', 'c.md'])).toEqual([
      'c.md',
      'd.md',
    ]);
  });
});
