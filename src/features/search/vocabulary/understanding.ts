import { type KnownWord, meantWord } from './spelling';

/** A word as it was typed, with what the index knows of it. */
export type AskedWord = {
  word: string;
  /** How many entries carry it. */
  entries: number;
  /** Some word of the index is it, or begins with it. */
  isKnown: boolean;
  candidates: readonly KnownWord[];
};

export type Understanding = {
  /** Ways to say what was typed, the typed one first: with slips mended, with synonyms in place. */
  variants: string[];
  /** Words that count, each with its weight: the rarer in the index, the heavier. */
  weights: { word: string; weight: number }[];
  /** Words rare enough to look for one by one, the rarest first, with how many entries they lead to so far. */
  rareWords: { word: string; reached: number }[];
  /** What was typed, when its last word may be only the beginning of one; null when it is a word of its own. */
  begun: string | null;
  /** What was probably meant, when a word is unknown and another is near. */
  didYouMean: string | null;
};

const VARIANTS_MAX = 8;
const WORDS_MAX = 24;
const RARE_WORDS_MAX = 8;
/** Words are looked for one by one, the rarest first, until so many entries may carry one of them. */
const RARE_ENTRIES_MAX = 1_500;
/** Whoever writes so many words tells a story: of those that nothing here carries only a few count against it. */
const TOLD_FROM = 15;
const STRANGE_MAX = 4;
/** A page of results is full of texts that carry the word itself. */
const WHOLE_FROM = 20;
const LAST_WORD = /[\p{L}\p{N}]+$/u;

export function understand(
  typed: string,
  words: readonly AskedWord[],
  synonyms: readonly (readonly string[])[],
  totalEntries: number,
): Understanding {
  const mended = new Map(
    words.flatMap(({ word, isKnown, candidates }) => {
      const meant = isKnown ? null : meantWord(word, candidates);
      return meant ? [[word, { word: meant, entries: entriesOf(meant, candidates) }]] : [];
    }),
  );
  const didYouMean = mended.size > 0 ? replaceWords(typed, mended) : null;
  const said = didYouMean ? [typed, didYouMean] : [typed];
  const variants = [...new Set(said.flatMap((text) => withSynonyms(text, synonyms)))];
  const counted = new Map(
    words.map(({ word, entries }) => [
      mended.get(word)?.word ?? word,
      mended.get(word)?.entries ?? entries,
    ]),
  );
  const total = Math.max(totalEntries, ...counted.values(), 1);
  const strange = [...counted].filter(([, entries]) => entries === 0);
  const unsaid = new Set(
    counted.size > TOLD_FROM ? strange.slice(STRANGE_MAX).map(([word]) => word) : [],
  );
  const weights = [...counted]
    .filter(([word]) => !unsaid.has(word))
    .map(([word, entries]) => ({ word, entries, weight: rarity(entries, total) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, WORDS_MAX);
  return {
    variants: variants.slice(0, VARIANTS_MAX),
    weights: weights.map(({ word, weight }) => ({ word, weight })),
    rareWords: rarest(weights),
    begun: endsWhole(typed, words) ? null : typed,
    didYouMean,
  };
}

/** Whether the last word is one that many texts carry as it stands: then it was meant as it stands. */
function endsWhole(typed: string, words: readonly AskedWord[]): boolean {
  const last = typed.toLowerCase().match(LAST_WORD)?.[0];
  return words.some(({ word, entries }) => word === last && entries >= WHOLE_FROM);
}

/** Of words with the rarest first, as many as do not lead to too much. */
function rarest(words: readonly { word: string; entries: number }[]): Understanding['rareWords'] {
  let reached = 0;
  return words
    .slice(0, RARE_WORDS_MAX)
    .map(({ word, entries }) => {
      reached += entries;
      return { word, reached };
    })
    .filter((found) => found.reached <= RARE_ENTRIES_MAX);
}

const entriesOf = (word: string, candidates: readonly KnownWord[]) =>
  candidates.find((candidate) => candidate.word === word)?.entries ?? 1;

/** The inverse document frequency of BM25 (Robertson and Zaragoza 2009), never below nothing. */
const rarity = (entries: number, total: number) =>
  Math.log(1 + (total - entries + 0.5) / (entries + 0.5));

function replaceWords(text: string, mended: ReadonlyMap<string, KnownWord>): string {
  return text
    .toLowerCase()
    .replace(/\p{L}[\p{L}\p{N}]*/gu, (word) => mended.get(word)?.word ?? word);
}

/** A text, and the same with each of its words or phrases of the list exchanged for one that means it. */
export function withSynonyms(text: string, synonyms: readonly (readonly string[])[]): string[] {
  const found = synonyms.flatMap((terms) => {
    const said = terms.find((term) => boundedBy(term).test(text));
    return said === undefined ? [] : [{ said, others: terms.filter((term) => term !== said) }];
  });
  return [
    text,
    ...found.flatMap(({ said, others }) =>
      others.map((other) => text.replace(boundedBy(said), () => other)),
    ),
  ];
}

/** The term where it stands by itself: as a word, with any small or great letters. */
const boundedBy = (term: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?![\\p{L}\\p{N}])`, 'iu');

const escaped = (term: string) => term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
