import { ButtonLink } from './button';

/** Leads on to the next part of a list; the address carries the cursor, so it can be pasted. */
export function Pagination({
  basePath,
  query = {},
  nextCursor,
  isFirst = true,
  label = 'Show more',
  cursorName = 'after',
}: {
  basePath: string;
  query?: Record<string, string | undefined>;
  nextCursor: string | null;
  /** False when this page was itself opened by a cursor. */
  isFirst?: boolean;
  label?: string;
  /** For a page with two lists, each with a cursor of its own. */
  cursorName?: string;
}) {
  if (!nextCursor && isFirst) return null;
  return (
    <nav aria-label="More of this list" className="no-print mt-6 flex flex-wrap gap-2">
      {!isFirst && <ButtonLink href={addressOf(basePath, query)}>Back to the start</ButtonLink>}
      {nextCursor && (
        <ButtonLink href={addressOf(basePath, { ...query, [cursorName]: nextCursor })}>
          {label}
        </ButtonLink>
      )}
    </nav>
  );
}

/** A path with the query parameters that have a value. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
}
