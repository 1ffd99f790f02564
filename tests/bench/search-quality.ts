/**
 * How well search finds, in figures: short requests of CLINC150 (the same intent is relevant, requests
 * out of scope should find nothing) and questions of ours on an engineering playbook; by words alone,
 * by meaning alone, and fused. Runs on the migrated, empty database of DATABASE_URL.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Candidate, listCandidates } from '@/features/search/candidates/queries';
import { NEARNESS_MIN } from '@/features/search/candidates/statement';
import { embedWaiting } from '@/features/search/meaning/commands';
import { holdMeanings } from '@/features/search/meaning/held/queries';
import { builtInModel } from '@/features/search/meaning/model';
import type { NearMeaning } from '@/features/search/meaning/socket';
import { rank } from '@/features/search/queries';
import { recountWords } from '@/features/search/vocabulary/commands';
import { understandQuery } from '@/features/search/vocabulary/queries';
import { sectionsOfHtml, textOfHtml } from '@/features/wiki/rendering/plain-text';
import { readMarkdown } from '@/features/wiki/rendering/render-markdown';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { db, pool } from '@/foundation/db';
import { sharedData } from '../support/shared-data';
import { playbookQuestions } from './playbook-questions';

const TRAINED_OF_EACH = 20;
const EVERY_NTH_REQUEST = 6;
const EVERY_NTH_OUT_OF_SCOPE = 2;
const NEAR = 200;
const TYPO_WORDS = 100;

const WAYS = {
  'full text': ['every', 'rare', 'title'],
  embeddings: ['meaning'],
  fused: ['every', 'rare', 'title', 'meaning'],
} as const;
type WayName = keyof typeof WAYS;
const wayNames = Object.keys(WAYS) as WayName[];

type Text = { id: string; title: string; body: string; headings?: string; sections?: Section[] };
type Section = { anchor: string; heading: string; body: string };
type Asked = { q: string; isRelevant: (id: string) => boolean };
type Figures = { first: number; reciprocal: number; answered: number; asked: number };

const context = () => systemContext(currentInstant());
const model = builtInModel();

async function index(texts: readonly Text[]): Promise<number> {
  await db.searchEntry.deleteMany();
  const now = currentInstant();
  const rows = texts.map(({ sections = [], ...text }) => ({
    ...text,
    headings: sections.map(({ heading }) => heading).join('\n'),
  }));
  await pool.query(
    `INSERT INTO "SearchEntry" (kind, "subjectId", title, body, headings, address, "changedAt", "indexedAt")
     SELECT 'page', id, title, body, headings, '/' || id, $2, $2
       FROM jsonb_to_recordset($1::jsonb) AS t (id text, title text, body text, headings text)`,
    [JSON.stringify(rows), now],
  );
  await db.searchSection.createMany({
    data: texts.flatMap(({ id, sections = [] }) =>
      sections.map((section, at) => ({ kind: 'page', subjectId: id, part: at + 1, ...section })),
    ),
  });
  await pool.query(
    `INSERT INTO "SearchVectorTask" (kind, "subjectId", "requestedAt") SELECT kind, "subjectId", $1 FROM "SearchEntry"`,
    [now],
  );
  await recountWords(context());
  await pool.query('ANALYZE "SearchEntry"');
  const begun = performance.now();
  while ((await embedWaiting(context(), model, 16)) > 0);
  return texts.length / ((performance.now() - begun) / 1000);
}

async function askAll(questions: readonly Asked[]): Promise<Record<WayName, Figures>> {
  const { table } = await holdMeanings(context(), model);
  const figures = Object.fromEntries(
    wayNames.map((name) => [
      name,
      { first: 0, reciprocal: 0, answered: 0, asked: questions.length },
    ]),
  ) as Record<WayName, Figures>;
  for (const { q, isRelevant } of questions) {
    const [asked] = await model.embed([q], true);
    const near = table.nearest(asked ?? [], NEAR);
    const found = await candidatesOf(q, near);
    for (const name of wayNames) {
      // By meaning alone everything has a place; only what is near enough counts as an answer.
      const byMeaning = name === 'embeddings';
      const order = byMeaning ? near : rank(found, WAYS[name]);
      const answers = byMeaning ? near.filter(({ score }) => score >= NEARNESS_MIN) : order;
      const place = order.findIndex(({ key }) => isRelevant(key.slice(5))) + 1;
      const one = figures[name];
      if (answers.length > 0) one.answered += 1;
      if (place === 1) one.first += 1;
      if (place > 0) one.reciprocal += 1 / place;
    }
  }
  return figures;
}

async function candidatesOf(q: string, near: readonly NearMeaning[]): Promise<Candidate[]> {
  const understood = await understandQuery(context(), q);
  return (await listCandidates(context(), q, understood, near, {})).candidates ?? [];
}

/** Words typed with one slip find, among the first three, what the word itself finds first. */
async function measureTypos(): Promise<{ found: number; asked: number }> {
  const { rows } = await pool.query<{ word: string }>(
    `SELECT word FROM "SearchWord" WHERE length(word) >= 5 AND entries BETWEEN 2 AND 40 ORDER BY md5(word) LIMIT $1`,
    [TYPO_WORDS],
  );
  let [found, asked] = [0, 0];
  for (const { word } of rows) {
    const [right] = rank(await candidatesOf(word, []));
    for (const typo of slipsIn(word)) {
      asked += 1;
      const three = rank(await candidatesOf(typo, [])).slice(0, 3);
      if (right && three.some(({ key }) => key === right.key)) found += 1;
    }
  }
  return { found, asked };
}

/** One of each slip, at places that the word itself decides. */
function slipsIn(word: string): string[] {
  const at = 1 + ((word.charCodeAt(0) + word.length) % (word.length - 2));
  const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    `${word.slice(0, at)}x${word.slice(at + 1)}`,
    swapped,
  ].filter((typo) => typo !== word);
}

function clincTexts(folder: string) {
  const data = JSON.parse(readFileSync(path.join(folder, 'clinc150_full.json'), 'utf8')) as Record<
    string,
    [string, string][]
  >;
  const seen = new Map<string, number>();
  const intents: string[] = [];
  const texts: Text[] = [];
  for (const [title, intent] of data.train ?? []) {
    const count = seen.get(intent) ?? 0;
    if (count >= TRAINED_OF_EACH) continue;
    seen.set(intent, count + 1);
    texts.push({ id: String(texts.length), title, body: '' });
    intents.push(intent);
  }
  const requests = (data.test ?? []).filter((_, at) => at % EVERY_NTH_REQUEST === 0);
  const outside = (data.oos_test ?? []).filter((_, at) => at % EVERY_NTH_OUT_OF_SCOPE === 0);
  return {
    texts,
    inScope: requests.map(([q, intent]) => ({
      q,
      isRelevant: (id: string) => intents[Number(id)] === intent,
    })),
    outOfScope: outside.map(([q]) => ({ q, isRelevant: () => false })),
  };
}

function playbookTexts(folder: string): Text[] {
  const docs = path.join(folder, 'docs');
  const files = readdirSync(docs, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => {
      const page = readMarkdown(readFileSync(path.join(docs, file), 'utf8'));
      const title = page.writtenTitle ?? file;
      const { html } = page.render({ title });
      const id = file.replace(/\.md$/, '').split(path.sep).join('/');
      return { id, title, body: textOfHtml(html), sections: sectionsOfHtml(html) };
    });
}

const share = (part: number, of: number) => (of === 0 ? 0 : part / of).toFixed(3);

function table(title: string, figures: Record<WayName, Figures>): string {
  const lines = wayNames.map((name) => {
    const { first, reciprocal, answered, asked } = figures[name];
    return `| ${name} | ${share(first, asked)} | ${share(reciprocal, asked)} | ${share(answered, asked)} |`;
  });
  return [`\n### ${title}\n`, '| way | P@1 | MRR | answered |', '|---|--:|--:|--:|', ...lines].join(
    '\n',
  );
}

/** Prints the tables, and what was measured beside them. */
export async function measureSearchQuality(say: (line: string) => void): Promise<void> {
  const playbook = sharedData('wiki-engineering-playbook');
  const clinc = sharedData('qa-clinc150');
  if (playbook) {
    const speed = await index(playbookTexts(playbook));
    say(`playbook embedded at ${speed.toFixed(1)} pages/s, sections included`);
    const questions = playbookQuestions.map(([q, page]) => ({
      q,
      isRelevant: (id: string) => id === page,
    }));
    say(table(`Playbook, ${questions.length} questions`, await askAll(questions)));
    const { found, asked } = await measureTypos();
    say(
      `\none-slip words that find what the word finds, top 3: ${share(found, asked)} of ${asked}`,
    );
  }
  if (clinc) {
    const { texts, inScope, outOfScope } = clincTexts(clinc);
    const speed = await index(texts);
    say(`\nCLINC150 embedded at ${speed.toFixed(1)} texts/s`);
    say(table(`CLINC150, ${inScope.length} requests`, await askAll(inScope)));
    say(table(`CLINC150, ${outOfScope.length} out of scope`, await askAll(outOfScope)));
  }
  await model.close();
}
