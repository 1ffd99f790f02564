import git from 'isomorphic-git';

type Source = Omit<Parameters<typeof git.readTree>[0], 'oid' | 'filepath'>;
type Tree = Map<string, { oid: string; isFolder: boolean }>;

export type Difference = { file: string; before: string | null; after: string | null };

/** The files in which two trees differ, with their blobs; folders that are the same are not looked into. */
export async function differencesBetween(
  source: Source,
  before: string | null,
  after: string | null,
  folder = '',
): Promise<Difference[]> {
  if (before === after) return [];
  const [old, current] = [await entriesOf(source, before), await entriesOf(source, after)];
  const differences: Difference[] = [];
  for (const name of new Set([...old.keys(), ...current.keys()])) {
    const [was, is] = [old.get(name), current.get(name)];
    if (was?.oid === is?.oid && was?.isFolder === is?.isFolder) continue;
    const file = folder + name;
    const [oldFile, newFile] = [was, is].map((entry) => (entry?.isFolder ? null : entry?.oid));
    if (oldFile || newFile) {
      differences.push({ file, before: oldFile ?? null, after: newFile ?? null });
    }
    const [oldFolder, newFolder] = [was, is].map((entry) => (entry?.isFolder ? entry.oid : null));
    differences.push(
      ...(await differencesBetween(source, oldFolder ?? null, newFolder ?? null, `${file}/`)),
    );
  }
  return differences;
}

async function entriesOf(source: Source, oid: string | null): Promise<Tree> {
  if (!oid) return new Map();
  const { tree } = await git.readTree({ ...source, oid });
  // A repository within the repository is neither a file nor a folder of this one.
  return new Map(
    tree
      .filter(({ type }) => type !== 'commit')
      .map(({ path, oid: entry, type }) => [path, { oid: entry, isFolder: type === 'tree' }]),
  );
}
