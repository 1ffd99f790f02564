/**
 * How well search finds, in figures: short requests of CLINC150 (the same intent is relevant, requests
 * out of scope should find nothing) and questions of ours on an engineering playbook; by words alone,
 * by meaning alone, and fused. Runs on the migrated, empty database of DATABASE_URL.
 */
import { type Candidate, listCandidates } from '@/features/search/candidates/queries';
import { embedWaiting } from '@/features/search/meaning/commands';
import { holdMeanings } from '@/features/search/meaning/held/queries';
import { builtInModel } from '@/features/search/meaning/model';
import type { NearMeaning } from '@/features/search/meaning/socket';
import { PARTS_TOGETHER } from '@/features/search/meaning/vectors';
import { inOrder } from '@/features/search/ranking';
import { recountWords } from '@/features/search/vocabulary/commands';
import { understandQuery } from '@/features/search/vocabulary/queries';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { db, pool } from '@/foundation/db';
import { sharedData } from '../support/shared-data';
import { type Asked, clinc150, type Halves, playbook, type Text } from './search-corpora';

const NEAR = 200;
const TYPO_WORDS = 100;
const PROGRESS_EVERY = 800;
/** By embeddings alone everything has a place; nearer than this counts as an answer. */
const NEAR_ENOUGH = 0.6;

const wayNames = ['full text', 'embeddings', 'fused'] as const;
type WayName = (typeof wayNames)[number];
type Figures = { first: number; reciprocal: number; answered: number; asked: number };
type Say = (line: string) => void;

const context = () => systemContext(currentInstant());
const model = builtInModel();

async function index(texts: readonly Text[], say: Say): Promise<number> {
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
  for (let done = 0, more = 1; more > 0; done += more) {
    more = await embedWaiting(context(), model, 16);
    if (done % PROGRESS_EVERY === 0) say(`  meanings: ${done} of ${texts.length}`);
  }
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
    const near = table.nearest(asked ?? [], NEAR, { parts: PARTS_TOGETHER });
    const found = {
      'full text': inOrder(await candidatesOf(q, [])),
      embeddings: near,
      fused: inOrder(await candidatesOf(q, near)),
    };
    for (const name of wayNames) {
      const place = found[name].findIndex(({ key }) => isRelevant(key.slice('page '.length))) + 1;
      const isAnswered =
        name === 'embeddings' ? (near[0]?.score ?? 0) >= NEAR_ENOUGH : found[name].length > 0;
      const one = figures[name];
      if (isAnswered) one.answered += 1;
      if (place === 1) one.first += 1;
      if (place > 0) one.reciprocal += 1 / place;
    }
  }
  return figures;
}

async function candidatesOf(q: string, near: readonly NearMeaning[]): Promise<Candidate[]> {
  const understood = await understandQuery(context(), q);
  return (await listCandidates(context(), q, understood, near, {})).candidates;
}

/** Words typed with one slip find, among the first three, what the word itself finds first. */
async function measureTypos(): Promise<{ found: number; asked: number }> {
  const { rows } = await pool.query<{ word: string }>(
    `SELECT word FROM "SearchWord" WHERE length(word) >= 5 AND entries BETWEEN 2 AND 40 ORDER BY md5(word) LIMIT $1`,
    [TYPO_WORDS],
  );
  let [found, asked] = [0, 0];
  for (const { word } of rows) {
    const [right] = inOrder(await candidatesOf(word, []));
    for (const typo of slipsIn(word)) {
      asked += 1;
      const three = inOrder(await candidatesOf(typo, [])).slice(0, 3);
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

async function tablesFor(title: string, { chosenOn, reported }: Halves, say: Say) {
  const halves = { 'chosen on': chosenOn, 'held out': reported };
  for (const [name, asked] of Object.entries(halves)) {
    say(table(`${title}, ${asked.length} ${name}`, await askAll(asked)));
  }
}

/** Prints the tables, and what was measured beside them. */
export async function measureSearchQuality(say: Say): Promise<void> {
  const playbookFolder = sharedData('wiki-engineering-playbook');
  const clincFolder = sharedData('qa-clinc150');
  if (playbookFolder) {
    const { texts, questions } = playbook(playbookFolder);
    const speed = await index(texts, say);
    say(`playbook embedded at ${speed.toFixed(1)} pages/s, sections included`);
    await tablesFor('Playbook questions', questions, say);
    const { found, asked } = await measureTypos();
    say(
      `\none-slip words that find what the word finds, top 3: ${share(found, asked)} of ${asked}`,
    );
  }
  if (clincFolder) {
    const { texts, inScope, outOfScope } = clinc150(clincFolder);
    const speed = await index(texts, say);
    say(`\nCLINC150 embedded at ${speed.toFixed(1)} texts/s`);
    await tablesFor('CLINC150 requests', inScope, say);
    await tablesFor('CLINC150 out of scope', outOfScope, say);
  }
  await model.close();
}
