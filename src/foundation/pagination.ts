/** One page of a list, and the cursor that opens the next; null at the end. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

export const PAGE_SIZE = 50;

/**
 * Cuts a list that was fetched with one row more than a page holds.
 * @param cursorOf what the next page starts after: the last shown item's place in the order
 */
export function pageOf<Item>(
  rows: Item[],
  size: number,
  cursorOf: (last: Item) => string,
): Page<Item> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? cursorOf(last) : null };
}

/** Packs the ordering columns of a row into an opaque text for a URL. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Unpacks a cursor; null when it is not one of ours, which reads as the first page. */
export function decodeCursor(cursor: string | undefined, length: number): string[] | null {
  if (!cursor) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(parts) && parts.length === length && parts.every((p) => typeof p === 'string');
    return fits ? parts : null;
  } catch {
    return null;
  }
}

/** Unpacks the cursor of a list in order of time: the instant or day, and the id. */
export function decodeTimeCursor(cursor: string | undefined): string[] | null {
  const parts = decodeCursor(cursor, 2);
  return parts && !Number.isNaN(Date.parse(parts[0] ?? '')) ? parts : null;
}
