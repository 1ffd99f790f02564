const WORD = /\p{L}[\p{L}\p{N}]{2,29}/gu;

/** The words of a text, small, each once: what a slip of the finger may have meant. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
}
