import search from 'approx-string-match';
import { CONTEXT_LENGTH, QUOTE_MAX } from './limits';

/** A passage by its words, the words around them and where it stood: the TextQuoteSelector of W3C's Web Annotation, and a position. */
export type Passage = { quote: string; prefix: string; suffix: string; position: number };

export type Place = { start: number; end: number };

/** Words this short stand in many places: without what stood around them they are not believed. */
const SHORT_QUOTE = 24;
/** The part of the surroundings that must still be there for a passage that is short or was changed. */
const CONTEXT_KEPT = 0.25;
/** A passage is still the same with so many of its letters changed, and with its surroundings with so many more. */
const CHANGED_FREELY = 0.2;
const CHANGED_WITH_CONTEXT = 0.45;
/** In very long texts what was changed is looked for near where it stood only. */
const NEAR = 60_000;
const CANDIDATES = 60;

/** Where a passage stands in a text that may have been edited since; null when it is gone. */
export function placeOf(text: string, passage: Passage): Place | null {
  if (!passage.quote) return null;
  return best(text, passage, exactPlaces(text, passage)) ?? changedPlace(text, passage);
}

/** The passage that stands at a place, as it is kept. */
export function passageAt(text: string, { start, end }: Place): Passage {
  const stop = Math.min(end, start + QUOTE_MAX);
  return {
    quote: text.slice(start, stop),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(stop, stop + CONTEXT_LENGTH),
    position: start,
  };
}

type Candidate = Place & { changed: number };

function exactPlaces(text: string, { quote }: Passage): Candidate[] {
  const places: Candidate[] = [];
  let start = text.indexOf(quote);
  while (start !== -1 && places.length < CANDIDATES) {
    places.push({ start, end: start + quote.length, changed: 0 });
    start = text.indexOf(quote, start + 1);
  }
  return places;
}

function changedPlace(text: string, passage: Passage): Place | null {
  const { quote, position } = passage;
  const from = text.length > 2 * NEAR ? Math.max(0, position - NEAR) : 0;
  const within = text.length > 2 * NEAR ? text.slice(from, position + NEAR) : text;
  const matches = search(within, quote, Math.floor(quote.length * CHANGED_WITH_CONTEXT));
  const places = matches.slice(0, CANDIDATES).map(({ start, end, errors }) => ({
    start: start + from,
    end: end + from,
    changed: errors / quote.length,
  }));
  return best(text, passage, places);
}

function best(text: string, passage: Passage, candidates: Candidate[]): Place | null {
  let found: { place: Place; score: number } | null = null;
  for (const candidate of candidates) {
    const { start, end, changed } = candidate;
    const context = contextKept(text, passage, candidate);
    const isSure = passage.quote.length >= SHORT_QUOTE && changed <= CHANGED_FREELY;
    if (!isSure && context < CONTEXT_KEPT) continue;
    // Of places that are as likely, the one nearest to where it stood.
    const distance = Math.abs(start - passage.position) / Math.max(1, text.length);
    const score = context - changed - distance / 10;
    if (!found || score > found.score) found = { place: { start, end }, score };
  }
  return found?.place ?? null;
}

/** Which part of what stood around a passage stands around this place, from 0 to 1. */
function contextKept(text: string, { prefix, suffix }: Passage, { start, end }: Place): number {
  const length = prefix.length + suffix.length;
  if (length === 0) return 1;
  let before = 0;
  while (
    before < prefix.length &&
    text[start - 1 - before] === prefix[prefix.length - 1 - before]
  ) {
    before++;
  }
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return (before + after) / length;
}
