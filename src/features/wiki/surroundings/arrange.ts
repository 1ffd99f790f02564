import { folderOf, isFolderPage, nameOf } from '../addresses';
import { titleOfFolder } from '../shelves/tree';
import { BENEATH_MAX, SIBLINGS_MAX } from './limits';

/** What lies in a folder: a page, or with a slash behind it a folder that has none. Numbered from where one looks. */
export type Neighbour = { number: number; path: string; title: string | null };
type Draft = { path: string; title: string };

/** As the database tells it; a list that is empty is null. */
export type SurroundingsJson = {
  level: Neighbour[] | null;
  beneath: Neighbour[] | null;
  drafts: Draft[] | null;
  /** Of all pages in the folder, and beneath the place, where not all are shown. */
  count: number | null;
  beneathCount: number | null;
};

export type Entry = {
  path: string;
  title: string;
  depth: number;
  isFolder?: boolean;
  isDraft?: boolean;
  isCurrent?: boolean;
};
/** A folder of which not all is shown. */
export type Rest = { folder: string; count: number; depth: number };
export type Surroundings = (Entry | Rest)[];

type Ancestor = { path: string; title: string | null };

/**
 * Lays out what lies around a place: the folders it lies in, its neighbours by name, and beneath
 * itself what lies beneath it.
 * @param place the address of the page, or of the folder it stands for
 */
export function arrange(
  { path: current, title, isDraft = false }: { path: string; title: string; isDraft?: boolean },
  place: string,
  ancestors: readonly Ancestor[],
  found: SurroundingsJson,
): Surroundings {
  const depth = ancestors.length;
  const folder = folderOf(place);
  const drafts = found.drafts ?? [];
  const siblings = levelOf(folder, depth, nearest(found.level ?? [], SIBLINGS_MAX), drafts);
  const beneath = levelOf(place, depth + 1, nearest(found.beneath ?? [], BENEATH_MAX), drafts);
  const here = [
    ...siblings.filter(({ path }) => path !== current),
    { path: current, title, depth, isDraft, isCurrent: true },
  ].sort(byTitle);
  const at = here.findIndex(({ path }) => path === current) + 1;
  return [
    ...ancestors.map((ancestor, index) => ({
      path: ancestor.path,
      title: ancestor.title ?? titleOfFolder(ancestor.path),
      depth: index,
    })),
    ...here.slice(0, at),
    ...beneath.filter(({ path }) => path !== current).sort(byTitle),
    ...restOf(place, found.beneathCount, depth + 1),
    ...here.slice(at),
    ...restOf(folder, found.count, depth),
  ];
}

/** The database gives one more than there is room for, to say that there are more: the furthest goes. */
function nearest(level: readonly Neighbour[], room: number): readonly Neighbour[] {
  if (level.length <= room) return level;
  const [first, last] = [level[0]?.number ?? 0, level.at(-1)?.number ?? 0];
  return -first > last ? level.slice(1) : level.slice(0, -1);
}

function levelOf(
  folder: string,
  depth: number,
  names: readonly Neighbour[],
  drafts: readonly Draft[],
): Entry[] {
  const published = names
    .map(({ path, title }) => ({ path: path.replace(/\/$/, ''), title, isFolder: title === null }))
    // A folder's own page is shown as the folder, one level up.
    .filter(({ path }) => folder === '' || folderOf(path) !== folder || !isFolderPage(path))
    .map((entry) => ({ ...entry, title: entry.title ?? titleOfFolder(entry.path), depth }));
  const begun = drafts
    .filter(({ path }) => folderOf(path) === folder)
    .map((draft) => ({ ...draft, depth, isDraft: true }));
  // A draft at the address of a folder is what its reader finds there.
  return [...new Map([...published, ...begun].map((entry) => [entry.path, entry])).values()];
}

const restOf = (folder: string, count: number | null, depth: number): Rest[] =>
  count === null ? [] : [{ folder, count, depth }];

const byTitle = (one: Entry, other: Entry) =>
  collator.compare(one.title, other.title) || (nameOf(one.path) < nameOf(other.path) ? -1 : 1);
const collator = new Intl.Collator('en', { numeric: true });
