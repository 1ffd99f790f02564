import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Element } from 'hast';
import pg from 'pg';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { percentiles } from './load';

const SAVES = 120;
const WARM_UP = 20;

/**
 * Saves an edit of a page again and again, each time another page, by the form that works without
 * JavaScript: from sending it until the portal leads on to the page, everything stored. Milliseconds.
 * @param paths pages of the space `corpus`
 */
export async function measureSaving(address: string, cookie: string, paths: readonly string[]) {
  const took: number[] = [];
  for (const path of paths.slice(0, WARM_UP + SAVES)) {
    const url = `${address}/wiki-edit/corpus/${path}`;
    const page = await (await fetch(url, { headers: { cookie } })).text();
    const form = filledIn(page);
    form.set('markdown', `${form.get('markdown')}\n\nLooked at once more: ${randomUUID()}.\n`);
    const before = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      body: form,
      headers: { cookie, origin: address },
      redirect: 'manual',
    });
    await answer.arrayBuffer();
    took.push(performance.now() - before);
    if (answer.status !== 303) throw new Error(`${url} was not saved: ${answer.status}.`);
  }
  return percentiles(took.slice(WARM_UP));
}

/** What a save costs the database alone: text and search vector of a page's entry, committed. */
export async function measureSavingFloor(databaseUrl: string, markdown: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const took: number[] = [];
  await client.query(
    `CREATE TABLE IF NOT EXISTS "SavingFloor" (id int PRIMARY KEY, body text, tsv tsvector)`,
  );
  await client.query(
    `INSERT INTO "SavingFloor" SELECT n, '', '' FROM generate_series(1, ${WARM_UP + SAVES}) n`,
  );
  for (let id = 1; id <= WARM_UP + SAVES; id++) {
    const before = performance.now();
    await client.query(
      `UPDATE "SavingFloor" SET body = $2, tsv = to_tsvector('english', $2) WHERE id = $1`,
      [id, `${markdown} ${id}`],
    );
    took.push(performance.now() - before);
  }
  await client.query('DROP TABLE "SavingFloor"');
  await client.end();
  return percentiles(took.slice(WARM_UP));
}

/** The form with the text of a page in it, with all that a browser without JavaScript would send. */
function filledIn(html: string): FormData {
  const filled = new FormData();
  const textOf = ({ children }: Element) =>
    children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  visit(unified().use(rehypeParse).parse(html), 'element', (form) => {
    if (form.tagName !== 'form' || !has(form, 'textarea')) return;
    visit(form, 'element', (field) => {
      const { name, value, type, selected } = field.properties;
      if (field.tagName === 'textarea') filled.set(String(name), textOf(field));
      if (field.tagName === 'input' && name && type !== 'checkbox') {
        filled.set(String(name), String(value ?? ''));
      }
      if (field.tagName === 'select') {
        visit(field, 'element', (option) => {
          if (option.properties.selected !== undefined) {
            filled.set(String(name), String(option.properties.value ?? ''));
          }
        });
      }
      void selected;
    });
  });
  filled.set('intent', 'save');
  return filled;
}

function has(parent: Element, tagName: string): boolean {
  let found = false;
  visit(parent, 'element', (element) => {
    found ||= element.tagName === tagName;
  });
  return found;
}
