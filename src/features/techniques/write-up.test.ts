import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, spansOf } from './write-up';

const plain = (block: Block): string =>
  block.kind === 'code'
    ? block.text
    : block.kind === 'list'
      ? block.items.map((spans) => spans.map(({ text }) => text).join('')).join('|')
      : block.spans.map(({ text }) => text).join('');

describe('a write-up as people type it', () => {
  it('an empty line begins a new paragraph', () => {
    const blocks = blocksOf('First,\nstill first.\r\n\r\nSecond.\n');
    expect(blocks.map(plain)).toEqual(['First,\nstill first.', 'Second.']);
  });

  it('lines with a dash or a number are a list, also right after a paragraph', () => {
    const blocks = blocksOf(
      'We tried:\n- smoothing\n  over a week\n- priors\n\n1. Train\n2) Replay',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'list']);
    expect(blocks.map(plain)).toEqual([
      'We tried:',
      'smoothing over a week|priors',
      'Train|Replay',
    ]);
    expect(blocks.map((block) => block.kind === 'list' && block.isNumbered)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('code between fences is kept as it is, even when the last fence is missing', () => {
    expect(blocksOf('```sql\nSELECT *\n  FROM t\n```\nThen.').map(plain)).toEqual([
      'SELECT *\n  FROM t',
      'Then.',
    ]);
    expect(blocksOf('```\nx = 1').map(plain)).toEqual(['x = 1']);
  });

  it('knows code, emphasis and addresses within a line', () => {
    expect(
      spansOf('Use `log1p`, **not** [the page](/wiki/ml/counts), see https://x.example/a.'),
    ).toEqual([
      { kind: 'text', text: 'Use ' },
      { kind: 'code', text: 'log1p' },
      { kind: 'text', text: ', ' },
      { kind: 'strong', text: 'not' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'the page', href: '/wiki/ml/counts' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', text: 'https://x.example/a', href: 'https://x.example/a' },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,x)', '[x](//elsewhere.example)'])(
    '%s is no link',
    (text) => {
      expect(spansOf(text).some(({ kind }) => kind === 'link')).toBe(false);
    },
  );

  it('loses no word of what was typed', () => {
    const words = fc.array(
      fc.constantFrom('a', '-', '1.', '\n', '\n\n', '`b`', '```', '**', '  c'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const letters = (from: string) => (from.match(/[abc]/g) ?? []).join('');
        // The word after an opening fence names the language, and is meant to go.
        fc.pre(!text.includes('```'));
        expect(letters(blocksOf(text).map(plain).join(' '))).toBe(letters(text));
      }),
    );
  });
});
