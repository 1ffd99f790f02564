import { describe, expect, it } from 'vitest';
import { searchWords, swappedLetters } from './search-words';

describe('what is typed into the directory', () => {
  it('is read without case, accents and signs', () => {
    expect(searchWords('  PIÑEIRO, Lourdes ')).toEqual(['pineiro', 'lourdes']);
    expect(searchWords('Łukasz Øre-Groß')).toEqual(['lukasz', 'ore', 'gross']);
    expect(searchWords('%_\\')).toEqual([]);
  });

  it('may have two letters the wrong way round, which a short word does not survive otherwise', () => {
    expect(swappedLetters('jhon')).toContain('john');
    expect(swappedLetters('anna')).not.toContain('anna');
    expect(swappedLetters('continuous')).toEqual([]);
  });
});
