/** Kept for as long as it takes to print a page, many readers at once. */
const KEPT = 256;

const holder = globalThis as { guildhallArticles?: Map<string, string> };

/**
 * Puts a finished article aside for the component that prints it in this same process, so that it
 * need not travel as that component's property: properties are sent to the browser a second time.
 * @returns the word by which it is taken
 */
export function handOver(html: string): string {
  holder.guildhallArticles ??= new Map();
  const articles = holder.guildhallArticles;
  const key = crypto.randomUUID();
  articles.set(key, html);
  if (articles.size > KEPT) articles.delete(articles.keys().next().value ?? '');
  return key;
}

/** The article, which stays for a second printing: a page that waits is printed again. */
export const takeOver = (key: string): string => holder.guildhallArticles?.get(key) ?? '';
