import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFacts, withoutFacts } from './page-facts';

const FACTS = { title: 'Drift: "a" #1', kind: 'how-to', owner: 'radio', stewards: ['ada', 'bram'] };

describe('the facts at the head of an exported page', () => {
  it('are front matter that other programs read', () => {
    expect(withFacts('# Drift\n', { ...FACTS, title: 'Drift' })).toBe(
      '---\ntitle: Drift\nkind: how-to\nowner: radio\nstewards:\n  - ada\n  - bram\nguildhall: page\n---\n\n# Drift\n',
    );
  });

  it('stand in a part of their own when the text has front matter', () => {
    const text = withFacts('---\ntags: [a]\n---\n\nText.\n', FACTS);
    expect(text).toMatch(/^---\ntags: \[a\]\nguildhall:\n {2}title: /);
    expect(withoutFacts(text)).toEqual({
      markdown: '---\ntags: [a]\n---\n\nText.\n',
      facts: FACTS,
    });
  });

  it('come out again, and leave any text as it was to the letter', () => {
    const piece = fc.constantFrom(
      '---\n',
      '---',
      'guildhall: page\n',
      'guildhall:\n',
      '  a: b\n',
      'a: b\n',
      '\n',
      '# T\n',
      'x',
      '\uFEFF',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.string({ minLength: 1 }),
        (pieces, title) => {
          const markdown = pieces.join('');
          const facts = { ...FACTS, title };
          expect(withoutFacts(withFacts(markdown, facts))).toEqual({ markdown, facts });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('a text that nobody exported has none', () => {
    expect(withoutFacts('---\ntitle: A\n---\n\nText.\n')).toEqual({
      markdown: '---\ntitle: A\n---\n\nText.\n',
    });
  });
});
