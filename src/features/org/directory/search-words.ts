import { plainText } from '../plain-text';

/** Below this length a slip of the finger leaves too little for trigrams to find. */
const SHORT_WORD = 6;
const WORDS_MAX = 6;
const QUERY_MAX = 80;

/** What somebody typed, as the database compares names: small letters without accents. */
export function searchWords(query: string): string[] {
  return plainText(query.slice(0, QUERY_MAX))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, WORDS_MAX);
}

/** The word as it was meant, when two neighbouring letters were typed the wrong way round. */
export function swappedLetters(word: string): string[] {
  if (word.length < 3 || word.length > SHORT_WORD) return [];
  const variants = Array.from({ length: word.length - 1 }, (_, at) => {
    const letters = [...word];
    [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
    return letters.join('');
  });
  return [...new Set(variants)].filter((variant) => variant !== word);
}

/** LIKE patterns for "the name, or a word in it, begins with this". */
export function beginningPatterns(word: string): string[] {
  return [`${word}%`, `% ${word}%`, `%-${word}%`];
}
