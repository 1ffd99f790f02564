import { parse } from 'yaml';

export type FrontMatter = Record<string, unknown>;

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/;

/**
 * Reads the YAML between the two `---` lines at the very start of a text. A text without it, or
 * whose YAML cannot be read, has none: the Markdown stays readable either way.
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const yaml = FENCED.exec(markdown)?.[1];
  if (!yaml) return {};
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** A text value of the front matter, trimmed; null when it is missing, empty or not a text. */
export function textIn(frontMatter: FrontMatter, key: string): string | null {
  const value = frontMatter[key];
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

function isRecord(value: unknown): value is FrontMatter {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
