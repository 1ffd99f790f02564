import type { Readable } from 'node:stream';
import { decoded, isMarkdownFile } from '../../../addresses';
import { rewriteTargets } from '../../../exporting/targets';
import { readMarkdownPages } from '../../folder';
import type { SourceFolder } from '../../source-folder';
import type { Archive } from '../archive';

/** Notion ends each name with the id of its page: `Cold start 0f8fad5bd9cb469fa16570867728950e.md`. */
const ID = / ([0-9a-f]{32})(?=\.[a-z]+$|_all\.csv$|$)/i;
const WITH_ID = / [0-9a-f]{32}\.(?:md|csv)$/i;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i;

/** Whether an archive was exported by Notion, by the names of its pages. */
export function isNotion({ files }: Archive): boolean {
  const pages = files.filter(({ file }) => isMarkdownFile(file));
  return (
    pages.length > 0 && pages.filter(({ file }) => WITH_ID.test(file)).length * 2 >= pages.length
  );
}

/**
 * An export of Notion as a folder of Markdown: the ids leave the names, where two pages of one
 * name do not need them, and links lead to the new names.
 */
export async function readNotion(archive: Archive): Promise<SourceFolder> {
  // Of a table, Notion writes what a view shows and all of it; the second holds the first.
  const names = new Set(archive.files.map(({ file }) => file));
  const files = archive.files.filter(
    ({ file }) => !file.endsWith('.csv') || !names.has(file.replace(/\.csv$/, '_all.csv')),
  );
  const renamed = newNames(files.map(({ file }) => file));
  const oldNames = new Map([...renamed].map(([before, after]) => [after, before]));
  const open = (file: string): Promise<Readable> => archive.open(oldNames.get(file) ?? file);
  const source = await readMarkdownPages({
    ...archive,
    files: files.map(({ file, size }) => ({ file: renamed.get(file) ?? file, size })),
    open,
  });
  const pages = source.pages.map((page) => ({
    ...page,
    markdown: rewriteTargets(page.markdown, (target) => {
      const from = oldNames.get(page.file) ?? page.file;
      return newTarget(target, from, page.file, renamed);
    }),
  }));
  return { ...source, pages };
}

function newNames(files: readonly string[]): Map<string, string> {
  const taken = new Map<string, number>();
  const plain = files.map((file) => file.split('/').map(withoutId).join('/'));
  for (const name of plain) taken.set(name.toLowerCase(), (taken.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(
    files.map((file, index) => {
      const name = plain[index] ?? file;
      return [file, taken.get(name.toLowerCase()) === 1 ? name : toldApart(name, file)];
    }),
  );
}

const withoutId = (segment: string) => segment.replace(ID, '').trim() || segment;

/** Two pages of one name keep the first letters of their ids. */
function toldApart(name: string, file: string): string {
  const id = ID.exec(file.slice(file.lastIndexOf('/') + 1))?.[1]?.slice(0, 6);
  return id ? name.replace(/(\.[a-z]+)?$/i, (ending) => ` ${id}${ending}`) : name;
}

function newTarget(
  target: string,
  from: string,
  page: string,
  renamed: ReadonlyMap<string, string>,
): string | null {
  if (ELSEWHERE.test(target)) return null;
  const [written = '', fragment] = target.split(/(?=#)/);
  const meant = new URL(written, `file:///${encodePath(from)}`).pathname.slice(1);
  const old = decoded(meant);
  const found = renamed.get(old) ?? renamed.get(old.replace(/\.csv$/, '_all.csv'));
  return found ? `${relative(page, found)}${fragment ?? ''}` : null;
}

function relative(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  return '../'.repeat(here.length - shared) + there.slice(shared).map(encodeSegment).join('/');
}

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

const encodeSegment = (segment: string) =>
  encodeURIComponent(segment).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
