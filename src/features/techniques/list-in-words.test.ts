import { describe, expect, it } from 'vitest';
import { listInWords } from './list-in-words';

describe('a list in a sentence', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j reads as a list', (parts, text) => {
    expect(listInWords(parts)).toBe(text);
  });
});
