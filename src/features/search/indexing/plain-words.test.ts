import { describe, expect, it } from 'vitest';
import { plainWords } from './plain-words';

describe('Markdown in a passage', () => {
  it.each([
    ['**Result:** worse by *two* points', 'Result: worse by two points'],
    ['## What failed\n- the `AUC` fell\n1. again', 'What failed\nthe AUC fell\nagain'],
    ['see [the report](/files/1/a.pdf) and [[drift|its page]]', 'see the report and its page'],
    ['- [x] __done__ and ***both***', 'done and both'],
    ['> quoted', 'quoted'],
  ])('%s reads as words', (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });

  it.each(['[', '[[', '`a', 'x`', '\n', '*a', '_a ', '(', '![', '# '])(
    'reads the longest text of nothing but %j at once',
    (piece) => {
      const longest = piece.repeat(300_000 / piece.length);
      expect(plainWords(longest).length).toBeLessThanOrEqual(longest.length);
    },
  );

  it.each(['snake_case_name', 'a * b * c', 'f(**kwargs)', '2 ** 3', 'the x__y__z file'])(
    '%s keeps what is no mark',
    (text) => {
      expect(plainWords(text)).toBe(text);
    },
  );
});
