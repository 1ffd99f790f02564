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
  /** It lies in another space now. */
  isElsewhere?: boolean;
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
 * @param shelf pages by their address, and by those they had before, where nothing else lies now
 */
export function arrange(
  { pages }: { pages: readonly SourcePage[] },
  shelf: ReadonlyMap<string, ShelvedState>,
  checksumOf: (markdown: string) => string,
): { arrivals: Arrival[]; refused: Refusal[] } {
  const arrivals: Arrival[] = [];
  const refused: Refusal[] = [];
  const taken = new Map<string, string>();
  const brought = new Set(pages.map(({ file }) => pathOfFile(file)));
  for (const page of pages) {
    const { file, markdown } = page;
    const parsed = pagePath.safeParse(pathOfFile(file));
    const path = parsed.success ? parsed.data : '';
    const shelved = pageFor(path, shelf, brought);
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

/** The page of a file; an imported one that moved is followed, unless the folder holds another for where it lies now. */
function pageFor(
  path: string,
  shelf: ReadonlyMap<string, ShelvedState>,
  brought: ReadonlySet<string>,
): ShelvedState | null {
  const found = shelf.get(path);
  if (!found) return null;
  if (found.path === path && !found.isElsewhere) return found;
  const isAnother = !found.isElsewhere && brought.has(found.path);
  return isAnother || !found.importedChecksum ? null : found;
}

const clashWith = (first: string | undefined) =>
  first ? `Its address is that of ${first}, but for the case of letters or the ending.` : null;

function obstacle(shelved: ShelvedState | null, checksum: string): string | null {
  if (!shelved || shelved.checksum === checksum) return null;
  if (shelved.isElsewhere) return 'The page was moved to another space. Import it there.';
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
