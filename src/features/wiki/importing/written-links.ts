const INLINE_LINK =
  /(!?)\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*(?:<([^>\n]*)>|((?:[^()\n]|\([^()\n]*\))*))\s*\)/g;
const TITLE = /\s+(?:"[^"]*"|'[^']*')$/;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i;

/**
 * Addresses that look like links between pages in the text as it was written, wherever they stand:
 * also in samples of code, and also where Markdown does not read a link.
 */
export function writtenTargets(markdown: string): string[] {
  return [...markdown.matchAll(INLINE_LINK)]
    .filter(([, bang]) => !bang)
    .map(([, , inBrackets, plain = '']) => inBrackets ?? plain.replace(TITLE, '').trim())
    .filter((target) => !ELSEWHERE.test(target));
}

/** What of `written` is not in `rendered`, each as often as it is missing. */
export function notRendered(written: readonly string[], rendered: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const target of rendered) {
    const key = comparable(target);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return written.filter((target) => {
    const key = comparable(target);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function comparable(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
