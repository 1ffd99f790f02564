import type pg from 'pg';
import { RENDERER_VERSION, readMarkdown } from '@/features/wiki/rendering/render-markdown';
import { sharedData } from '../support/shared-data';
import { tldrPages } from '../support/tldr';
import { COMPANY } from './company';

type SourcePage = { path: string; markdown: string };

const BATCH = 500;

/** About the length of the article in the measurements we compare with: 14.5 KB of HTML. */
export const ARTICLE = {
  path: 'measured-article',
  title: 'The measured article',
  sections: 18,
} as const;

/** Fills the wiki with the benchmark corpus and one article of a known length. */
export async function buildWiki(client: pg.Client): Promise<void> {
  await fillWiki(client, await corpusPages(COMPANY.wikiPages - 1));
}

/** A small wiki made here, with the same article. */
export async function buildSmallWiki(client: pg.Client, count: number): Promise<void> {
  await fillWiki(client, madePages(count - 1));
}

async function fillWiki(client: pg.Client, corpus: SourcePage[]): Promise<void> {
  await client.query(
    `INSERT INTO "WikiSpace" (id, slug, name, "ownerUnitId", "createdAt") VALUES ('space', 'corpus', 'Corpus', 'guild', now())`,
  );
  const pages = [{ path: ARTICLE.path, markdown: measuredArticle() }, ...corpus];
  for (let start = 0; start < pages.length; start += BATCH) {
    await insertPages(client, pages.slice(start, start + BATCH), start);
  }
  await client.query('ANALYZE');
}

/** Pages of the public corpus where it lies beside the repository; otherwise pages made here. */
async function corpusPages(count: number): Promise<SourcePage[]> {
  const folder = sharedData('wiki-tldr-38k');
  if (!folder) return madePages(count);
  const pages = (await tldrPages(folder)).flatMap(({ file, markdown }) => {
    const address = addressOfFile(file);
    return address ? [{ path: address, markdown }] : [];
  });
  return pages.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, count);
}

function addressOfFile(name: string): string {
  return name
    .replace(/\.md$/, '')
    .split('/')
    .map((part) =>
      part.replace(/[^a-zA-Z0-9-]+/g, (signs) => `-${Buffer.from(signs).toString('hex')}-`),
    )
    .join('/');
}

const madePages = (count: number) => Array.from({ length: count }, (_, index) => madePage(index));

function madePage(index: number): SourcePage {
  const topic = ['drift', 'calibration', 'backfill', 'ranking', 'freshness'][index % 5];
  const markdown = `# Page ${index} on ${topic}\n\n> What to do about ${topic}.\n\n- First look:\n\n\`check --${topic} ${index}\`\n\n- Then decide:\n\n\`decide ${index * 7}\`\n`;
  return { path: `made/${topic}/page-${index}`, markdown };
}

/** The article of known length, as Markdown. */
export function measuredArticle(): string {
  const paragraph =
    'The model had been calibrated on listeners who stayed, and was asked about listeners who were about to leave. We compared **expected calibration error** per decile before and after, on data from a later month, and kept the intercept free so that a shift in the base rate would not be paid for by the slope. ';
  const section = (index: number) =>
    `## ${index}. What we changed in step ${index}\n\n${paragraph}${paragraph}\n\n- a smaller learning rate\n- a [later window](./other)\n- \`temperature = 1.7\`\n`;
  return `# ${ARTICLE.title}\n\n${Array.from({ length: ARTICLE.sections }, (_, index) => section(index + 1)).join('\n')}`;
}

async function insertPages(client: pg.Client, pages: SourcePage[], offset: number): Promise<void> {
  const rows = pages.map(({ path: address, markdown }, index) => {
    const page = readMarkdown(markdown);
    const title = page.writtenTitle ?? address;
    const { html, tableOfContents } = page.render({ title });
    return {
      id: `w${offset + index}`,
      address,
      markdown,
      html,
      title,
      tableOfContents,
    };
  });
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  const contents = rows.map(({ tableOfContents }) => JSON.stringify(tableOfContents));
  await client.query(
    `INSERT INTO "WikiPage" (id, "spaceId", path, title, kind, "ownerUnitId", "createdAt", "publishedAt", "editedAt")
     SELECT id, 'space', path, title, 'HOW_TO', 'guild', now(), now(), now()
     FROM unnest($1::text[], $2::text[], $3::text[]) AS page (id, path, title)`,
    [column('id'), column('address'), column('title')],
  );
  await client.query(
    `INSERT INTO "WikiRevision" (id, "pageId", number, title, markdown, html, "tableOfContents", "rendererVersion", "isImported", "authorId", "createdAt")
     SELECT 'r' || id, id, 1, title, markdown, html, contents::jsonb, ${RENDERER_VERSION}, true, 'p1', now()
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS page (id, title, markdown, html, contents)`,
    [column('id'), column('title'), column('markdown'), column('html'), contents],
  );
  await client.query(`UPDATE "WikiPage" SET "currentRevisionId" = 'r' || id WHERE id = ANY ($1)`, [
    column('id'),
  ]);
}
