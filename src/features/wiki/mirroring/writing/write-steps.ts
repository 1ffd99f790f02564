import { exportedPlace } from '../../exporting/file-places';
import {
  blobAt,
  type FileChanges,
  type Repository,
  type Signature,
  treeOf,
  writeCommit,
  writeFile,
  writeTree,
} from '../repository/objects';
import { changeMessage, type MirroredRevision, revisionMessage, signatureOf } from './messages';
import type { Placing, Step } from './steps';

type Named = { name: string; email: string | null };

export type RevisionText = {
  title: string;
  number: number;
  changeSummary: string;
  author: Named | null;
  acceptedBy: Named | null;
  coAuthors: readonly { person: Named }[];
  files: readonly { id: string; name: string; sha256: string }[];
  text: string;
};

/** Where the texts and files come from that are written. */
export type Source = {
  host: string;
  revisionOf(placing: Placing): Promise<RevisionText>;
  bytesOf(file: { name: string; sha256: string }): Promise<Uint8Array>;
};

/** What the branch holds of a page once these commits are on it; null where it holds nothing any more. */
export type Placed = { pageId: string; path: string | null; number: number };

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

/** Writes commits behind one another; nothing of it is on the branch yet. */
export class CommitWriter {
  private readonly placed = new Map<string, Placed>();
  private readonly lying: Map<string, string | null>;
  private readonly guildhall: Signature;

  constructor(
    private readonly repository: Repository,
    private readonly source: Source,
    public head: string | null,
    held: readonly { pageId: string; path: string }[],
  ) {
    this.lying = new Map(held.map(({ pageId, path }) => [pageId, path]));
    this.guildhall = signatureOf(null, source.host);
  }

  get pages(): Placed[] {
    return [...this.placed.values()];
  }

  async write(step: Step): Promise<void> {
    if (step.kind === 'removed') await this.remove(step);
    else await this.place(step);
  }

  /** A commit of Guildhall's own; none where it would change nothing. */
  async change(at: Date, subject: string, changes: FileChanges, paths: readonly string[] = []) {
    if (changes.size === 0) return;
    const before = this.head && (await treeOf(this.repository, this.head));
    const tree = await writeTree(this.repository, before, changes);
    if (tree === before) return;
    const message = changeMessage(subject, paths);
    await this.commit({ tree, message, at, author: this.guildhall });
  }

  private async remove({ at, pages }: Extract<Step, { kind: 'removed' }>) {
    const gone = this.vacated(pages);
    const are = gone.length === 1 ? 'is' : 'are';
    const subject = `Remove ${quoted(gone)}, which ${are} no longer published here`;
    await this.change(at, subject, new Map(gone.map((path) => [`${path}.md`, null])), gone);
    for (const { pageId } of pages) this.put({ pageId, path: null, number: 0 });
  }

  private async place({ kind, at, placings }: Exclude<Step, { kind: 'removed' }>) {
    const changes = new Map<string, string | null>();
    for (const path of this.vacated(placings)) changes.set(`${path}.md`, null);
    const revisions: (RevisionText & { path: string })[] = [];
    for (const placing of placings) {
      const revision = await this.source.revisionOf(placing);
      await this.addFiles(revision, changes);
      const blob = await writeFile(this.repository, Buffer.from(revision.text));
      changes.set(`${placing.path}.md`, blob);
      revisions.push({ ...revision, path: placing.path });
      const { pageId, path, number } = placing;
      this.put({ pageId, path, number });
    }
    const [first] = revisions;
    if (!first) return;
    if (kind !== 'revisions') {
      const titles = quoted(revisions.map(({ title }) => title));
      const stand = revisions.length === 1 ? 'it stands' : 'they stand';
      const subject = kind === 'moved' ? `Move ${titles}` : `Show ${titles} as ${stand} here`;
      const paths = revisions.map(({ path }) => path);
      await this.change(at, subject, changes, paths);
      return;
    }
    // A revision is a commit also when its text is on the branch already, because it came from there.
    const before = this.head && (await treeOf(this.repository, this.head));
    const tree = await writeTree(this.repository, before, changes);
    const message = revisionMessage(revisions.map((revision) => this.mirrored(revision)));
    const author = signatureOf(first.author, this.source.host);
    await this.commit({ tree, message, at, author });
  }

  private put(page: Placed) {
    this.placed.set(page.pageId, page);
    this.lying.set(page.pageId, page.path);
  }

  /** What these pages leave empty: where another page lies by now, the file is that one's. */
  private vacated(pages: readonly { pageId: string; leaves: string | null }[]): string[] {
    const leaving = new Set(pages.map(({ pageId }) => pageId));
    const taken = new Set<string | null>();
    for (const [pageId, path] of this.lying) if (!leaving.has(pageId)) taken.add(path);
    return pages.flatMap(({ leaves }) => (leaves && !taken.has(leaves) ? [leaves] : []));
  }

  private mirrored(revision: RevisionText & { path: string }): MirroredRevision {
    const sign = (person: Named) => signatureOf(person, this.source.host);
    return {
      ...revision,
      coAuthors: revision.coAuthors.map(({ person }) => sign(person)),
      acceptedBy: revision.acceptedBy && sign(revision.acceptedBy),
    };
  }

  private async addFiles({ files }: RevisionText, changes: Map<string, string | null>) {
    for (const file of files) {
      const place = exportedPlace(file);
      // A file is never changed: what is there already is the same.
      if (this.head && (await blobAt(this.repository, this.head, place))) continue;
      changes.set(place, await writeFile(this.repository, await this.source.bytesOf(file)));
    }
  }

  private async commit(commit: { tree: string; message: string; at: Date; author: Signature }) {
    const parent = this.head;
    const committer = this.guildhall;
    this.head = await writeCommit(this.repository, { ...commit, parent, committer });
  }
}
