const ADDRESS =
  /\/files\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?=[/?#)\]\s"'<>]|$)/gi;

/**
 * The files that a text may show or link to. Rather one too many, such as one in a sample of code:
 * what is named here is kept.
 */
export function fileIdsIn(markdown: string): string[] {
  const ids = new Set<string>();
  for (const [, id] of markdown.matchAll(ADDRESS)) if (id) ids.add(id.toLowerCase());
  return [...ids];
}
