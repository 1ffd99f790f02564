import type { Actor } from '@/foundation/context';
import { folderOf, isFolderPage, nameOf, pagesForFolder } from '../addresses';
import { unitsLedBy } from '../policy';
import { BENEATH_MAX, COUNTED_MAX, SIBLINGS_MAX } from './limits';

/** As in the index: what lies beneath an address stands right behind it (see wiki_page_tree). */
const KEY = `(translate(path, '/', E'\\x01')) COLLATE "C"`;
const LAST = '\u{10ffff}';
const ENDINGS = pagesForFolder('').map((name) => name && `/${name}`);

/** The folder that a page stands for, or its own address: where the pages beneath it lie. */
export const placeOfPage = (path: string) => (isFolderPage(path) && folderOf(path)) || path;

/** From where to where the addresses in a folder go. */
const rangeOf = (folder: string): [string, string] => {
  const key = folder.replaceAll('/', '\x01');
  return folder ? [`${key}\x01`, `${key}\x02`] : ['', LAST];
};

/** What `surroundings` takes, in its order. */
export const surroundingsParameters = (actor: Actor, place: string) => [
  ...rangeOf(folderOf(place)),
  ...rangeOf(place),
  nameOf(place),
  ENDINGS,
  actor.personId,
  actor.isAdministrator,
  unitsLedBy(actor),
];

/**
 * What lies around a place of a space, as JSON: its neighbours by name, what lies
 * beneath it, and the drafts there that the reader may see.
 * @param space expression for the space's id
 * @param owner expression for the id of the unit that owns it
 * @param first the number of the first of nine parameters
 */
export function surroundings(space: string, owner: string, first: number): string {
  const parameter = (index: number) => `$${first + index}`;
  const folder = `${parameter(0)}::text, ${parameter(1)}::text`;
  const beneath = `${parameter(2)}::text, ${parameter(3)}::text`;
  const name = `${parameter(4)}::text`;
  const neighbours = (range: string, start: string, max: number) =>
    `(SELECT json_agg(n ORDER BY n.number) FROM wiki_neighbours(${space}, ${range}, ${start}, ${max + 1}, ${parameter(5)}::text[]) n)`;
  return `(
  SELECT json_build_object(
           'level', around.level, 'beneath', around.beneath,
           'count', CASE WHEN json_array_length(around.level) > ${SIBLINGS_MAX} THEN ${count(space, folder)} END,
           'beneathCount', CASE WHEN json_array_length(around.beneath) > ${BENEATH_MAX} THEN ${count(space, beneath)} END,
           'drafts', (SELECT json_agg(json_build_object('path', d.path, 'title', d.title)) FROM (
             ${drafts(space, owner, { folder, beneath, person: parameter(6), isAdministrator: parameter(7), led: parameter(8) })}) d))
    FROM (SELECT ${neighbours(folder, name, SIBLINGS_MAX)} AS level,
                 ${neighbours(beneath, `''`, BENEATH_MAX)} AS beneath OFFSET 0) around)`;
}

const count = (space: string, range: string) => `(
  SELECT count(*) FROM (
    SELECT FROM "WikiPage" WHERE "spaceId" = ${space} AND "archivedAt" IS NULL AND "publishedAt" IS NOT NULL
       AND ${within(range)} LIMIT ${COUNTED_MAX + 1}) counted)`;

type Drafts = {
  folder: string;
  beneath: string;
  person: string;
  isAdministrator: string;
  led: string;
};

/** As `canSeePage` says. */
const drafts = (space: string, owner: string, by: Drafts) => `
  SELECT path, title FROM "WikiPage" p
   WHERE p."spaceId" = ${space} AND "archivedAt" IS NULL AND "publishedAt" IS NULL
     AND ${within(by.folder)} AND (${directlyIn(by.folder)} OR (${within(by.beneath)} AND ${directlyIn(by.beneath)}))
     AND (${by.isAdministrator}::boolean OR "begunById" = ${by.person} OR ${owner} = ANY (${by.led}::text[])
          OR EXISTS (SELECT 1 FROM "WikiSteward" w WHERE w."pageId" = p.id AND w."personId" = ${by.person}))
   ORDER BY "editedAt" DESC LIMIT ${BENEATH_MAX}`;

const within = (range: string) => {
  const [from, to] = range.split(', ');
  return `${KEY} >= ${from} AND ${KEY} < ${to}`;
};

const directlyIn = (range: string) =>
  `strpos(substr(path, length(${range.split(', ')[0]}) + 1), '/') = 0`;
