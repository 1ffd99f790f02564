import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  linkResolver,
  type PageAddress,
  pageHref,
  pageKey,
  titleKey,
} from '@/features/wiki/addresses';
import type { ResolveMention } from '@/features/wiki/rendering/mentions';
import { renderMarkdown } from '@/features/wiki/rendering/render-markdown';
import { type RevisionToStore, storePages, storeRevisions } from '@/features/wiki/storing/commands';
import type { Transaction } from '@/foundation/db';
import type { PageKind } from '@/foundation/prisma-client/enums';
import { chapters, guilds, squads, tribes } from '../organisation';
import { people } from '../people';
import { spaces } from '../wiki-spaces';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';

const FOLDER = fileURLToPath(new URL('../wiki/', import.meta.url));
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n+/;

const kinds: Record<string, PageKind> = {
  'best-practice': 'BEST_PRACTICE',
  'model-architecture': 'MODEL_ARCHITECTURE',
  'data-pipeline-pattern': 'DATA_PIPELINE_PATTERN',
  'lessons-learned': 'LESSONS_LEARNED',
  'how-to': 'HOW_TO',
  'paper-notes': 'PAPER_NOTES',
  glossary: 'GLOSSARY_ENTRY',
};

const frontMatter = z.object({
  title: z.string(),
  summary: z.string(),
  kind: z.enum(Object.keys(kinds)).transform((kind) => kinds[kind] as PageKind),
  space: z.enum(spaces.map(({ slug }) => slug)),
  owner: z.string(),
  steward: z.string(),
  created: z.number().int(),
  updated: z.number().int(),
  /** Later additions, each of a section of its own. */
  updates: z
    .array(
      z.object({
        ago: z.number().int(),
        by: z.string(),
        note: z.string(),
        added: z.string(),
        /** It was proposed by somebody who may not edit the page; its steward let it in. */
        proposed: z.boolean().default(false),
      }),
    )
    .default([]),
});

export type WikiPageSeed = z.output<typeof frontMatter> & { path: string; markdown: string };

/** The pages as they lie in the folder, without their front matter. */
export function readWiki(): WikiPageSeed[] {
  return spaces.flatMap(({ slug }) =>
    readdirSync(`${FOLDER}${slug}`, { encoding: 'utf8', recursive: true })
      .filter((file) => file.endsWith('.md'))
      .toSorted()
      .map((file) => readPage(slug, file)),
  );
}

function readPage(folder: string, file: string): WikiPageSeed {
  const text = readFileSync(`${FOLDER}${folder}/${file}`, 'utf8');
  const yaml = FRONT_MATTER.exec(text)?.[1];
  if (!yaml) throw new Error(`${folder}/${file} has no front matter.`);
  const page = frontMatter.parse(parse(yaml));
  return { ...page, path: file.replace(/\.md$/, ''), markdown: text.replace(FRONT_MATTER, '') };
}

export async function loadWiki(tx: Transaction, calendar: Calendar): Promise<void> {
  await tx.wikiSpace.createMany({
    data: spaces.map(({ owner, ...space }) => ({
      id: idOf('space', space.slug),
      ...space,
      ownerUnitId: unitId(owner),
      createdAt: calendar.at(guilds.find(({ slug }) => slug === owner)?.from ?? 546, space.slug),
    })),
  });
  const pages = readWiki();
  const titles = new Map(
    pages.map(({ space, path, title }) => [titleKey(title), { spaceSlug: space, path }]),
  );
  const known = new Map(
    pages.map(({ space, path }) => [pageKey({ spaceSlug: space, path }), pageId(space, path)]),
  );
  await storePages(
    tx,
    pages.map(({ space, path, title, kind, owner, steward, created }) => ({
      id: pageId(space, path),
      spaceId: idOf('space', space),
      path,
      title,
      kind,
      ownerUnitId: unitId(owner),
      stewardIds: [personId(steward)],
      createdAt: calendar.at(created, path),
    })),
  );
  await storeRevisions(
    tx,
    pages.flatMap((page) => revisionsOf(page, { known, titles }, calendar)),
  );
}

const pageId = (space: string, path: string) => idOf('page', space, path);

const handles = new Map(people.map(({ handle, name }) => [handle, name]));
const unitNames = new Map(
  [...tribes, ...squads, ...chapters, ...guilds].map(({ slug, name }) => [slug as string, name]),
);

const resolveMention: ResolveMention = ({ kind, name }) => {
  const title = (kind === 'person' ? handles : unitNames).get(name);
  if (!title) return null;
  return kind === 'person'
    ? { kind, name, title, id: personId(name), href: `/people/${name}` }
    : { kind, name, title, id: unitId(name), href: `/org/${name}` };
};

type Shelf = {
  known: ReadonlyMap<string, string>;
  titles: ReadonlyMap<string, PageAddress>;
};

function revisionsOf(
  page: WikiPageSeed,
  { known, titles }: Shelf,
  calendar: Calendar,
): RevisionToStore[] {
  const { space, path, title, summary, updates } = page;
  const from = { spaceSlug: space, path };
  const first = {
    ago: page.created,
    by: page.steward,
    note: 'First version',
    proposed: false,
  };
  return [first, ...updates].map(({ ago, by, note, proposed }, index) => {
    const markdown = storedMarkdown(
      page,
      updates.slice(index).map(({ added }) => added),
    );
    const rendered = renderMarkdown(markdown, {
      title,
      resolveLink: linkResolver(from, known, titles),
      resolveMention,
    });
    return {
      pageId: pageId(space, path),
      number: index + 1,
      title,
      markdown,
      rendered: { ...rendered, summary },
      changeSummary: note,
      isImported: false,
      authorId: personId(by),
      acceptedById: proposed ? personId(page.steward) : null,
      createdAt: calendar.at(ago, `${path} ${index}`),
    };
  });
}

/** The text without the sections that were still to come, its links leading across spaces. */
export function storedMarkdown(page: WikiPageSeed, toCome: string[] = []): string {
  const earlier = toCome.reduce(withoutSection, page.markdown);
  return earlier.replaceAll(
    /\]\((?:\.\.\/([a-z]+)\/)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?\)/g,
    (_, space: string | undefined, path: string, fragment = '') =>
      `](${pageHref({ spaceSlug: space ?? page.space, path })}${fragment})`,
  );
}

function withoutSection(markdown: string, heading: string): string {
  const sections = markdown.split(/^(?=#{2,3} )/m);
  const at = sections.findIndex((section) => /^#+ (.*)$/m.exec(section)?.[1] === heading);
  if (at === -1) throw new Error(`There is no section “${heading}”.`);
  return sections.toSpliced(at, 1).join('');
}
