import { pathOfFile } from '../addresses';
import { pagePath } from '../schema';
import type { Refusal, SourcePage } from './source-folder';

/** A page that is on the shelf already, as an import has to know it. */
export type ShelvedState = {
  id: string;
  path: string;
  number: number;
  /** Of the text that is read now. */
  checksum: string;
  isImported: boolean;
  /** Of the text that an import brought last; null when none did. */
  importedChecksum: string | null;
  isArchived: boolean;
  isDraft?: boolean;
};

export type Arrival = SourcePage & {
  path: string;
  /** What the import does with it. */
  fate: 'new' | 'changed' | 'unchanged';
  shelved: ShelvedState | null;
};

/**
 * Decides for each file what becomes of it. What a person wrote here is never replaced: a file
 * that changed as well since the last import is refused, and a person settles it.
 */
export function arrange(
  { pages }: { pages: readonly SourcePage[] },
  shelf: ReadonlyMap<string, ShelvedState>,
  checksumOf: (markdown: string) => string,
): { arrivals: Arrival[]; refused: Refusal[] } {
  const arrivals: Arrival[] = [];
  const refused: Refusal[] = [];
  const taken = new Map<string, string>();
  for (const page of pages) {
    const { file, markdown } = page;
    const parsed = pagePath.safeParse(pathOfFile(file));
    const path = parsed.success ? parsed.data : '';
    const shelved = shelf.get(path) ?? null;
    const first = taken.get(path.toLowerCase());
    const reason = parsed.success
      ? (clashWith(first) ?? obstacle(shelved, checksumOf(markdown)))
      : (parsed.error.issues[0]?.message ?? 'Its name cannot be an address.');
    if (reason) {
      refused.push({ file, reason });
      continue;
    }
    taken.set(path.toLowerCase(), file);
    arrivals.push({ ...page, path, shelved, fate: fateOf(shelved, checksumOf(markdown)) });
  }
  return { arrivals, refused };
}

const clashWith = (first: string | undefined) =>
  first ? `Its address is that of ${first}, but for the case of letters or the ending.` : null;

function obstacle(shelved: ShelvedState | null, checksum: string): string | null {
  if (!shelved || shelved.checksum === checksum) return null;
  if (shelved.isDraft) return 'Somebody is writing a draft at this address.';
  if (shelved.isArchived) return 'The page was archived here. Put it back first.';
  const isSourceOld = shelved.importedChecksum === checksum;
  return shelved.isImported || isSourceOld
    ? null
    : 'The page was edited here, and the file says something else. Settle it by hand.';
}

function fateOf(shelved: ShelvedState | null, checksum: string): Arrival['fate'] {
  if (!shelved) return 'new';
  return shelved.checksum === checksum || !shelved.isImported ? 'unchanged' : 'changed';
}
