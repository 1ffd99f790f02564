import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Blame, paragraphsOf } from './blame';

/** Blames the last of some texts, which are the revisions 1, 2, 3… */
function blamed(...texts: string[]) {
  const [current, ...earlier] = texts
    .map((markdown, index) => ({ number: index + 1, markdown }))
    .toReversed();
  if (!current) return [];
  const blame = new Blame(current);
  for (const revision of earlier) {
    if (!blame.isSettled) blame.lookBack(revision);
  }
  return blame.paragraphs.map(({ text, number }) => `${number} ${text}`);
}

describe('who last changed a paragraph', () => {
  it('is whoever wrote it, as long as nobody touched it', () => {
    expect(blamed('a\n\nb', 'a\n\nb!', 'a\n\nb!\n\nc')).toEqual(['1 a', '2 b!', '3 c']);
  });

  it('is not whoever moved it', () => {
    expect(blamed('a\n\nb', 'b\n\na')).toEqual(['1 b', '1 a']);
  });

  it('is whoever brought it back, when it was gone for a time', () => {
    expect(blamed('a\n\nb', 'a', 'a\n\nb')).toEqual(['1 a', '3 b']);
  });

  it('of two that read the same, the one that came later is the later one’s', () => {
    expect(blamed('a', 'a\n\na')).toEqual(['1 a', '2 a']);
  });

  it('takes code with blank lines as one', () => {
    expect(paragraphsOf('a\n\n```py\nx\n\ny\n```\n\nb\n')).toEqual([
      'a',
      '```py\nx\n\ny\n```',
      'b',
    ]);
  });

  it('is the first revision of the unbroken run that holds it', () => {
    const paragraph = fc.constantFrom('a', 'b', 'c', 'd');
    const text = fc.uniqueArray(paragraph, { maxLength: 4 }).map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        const held = texts.map((one) => paragraphsOf(one));
        const expected = (held.at(-1) ?? []).map((one) => {
          const gone = held.findLastIndex((all) => !all.includes(one));
          return `${gone + 2} ${one}`;
        });
        expect(blamed(...texts)).toEqual(expected);
      }),
    );
  });
});
