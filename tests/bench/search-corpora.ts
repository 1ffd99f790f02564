import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sectionsOfHtml, textOfHtml } from '@/features/wiki/rendering/plain-text';
import { readMarkdown } from '@/features/wiki/rendering/render-markdown';
import { playbookQuestions } from './playbook-questions';

const TRAINED_OF_EACH = 20;
/** Of so many requests one is used to choose, and the one half way to the next to report. */
const REQUESTS_APART = 6;

export type Text = {
  id: string;
  title: string;
  body: string;
  sections?: { anchor: string; heading: string; body: string }[];
};
export type Asked = { q: string; isRelevant: (id: string) => boolean };
/** What was looked at while choosing, and what was not. */
export type Halves = { chosenOn: Asked[]; reported: Asked[] };

const everyOther = <Item>(items: readonly Item[], first: number, apart: number) =>
  items.filter((_, at) => at % apart === first);

/** Short requests; those of the same intent are relevant, and some have none. */
export function clinc150(folder: string): { texts: Text[]; inScope: Halves; outOfScope: Halves } {
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
  const asked = ([q, intent]: [string, string]): Asked => ({
    q,
    isRelevant: (id) => intents[Number(id)] === intent,
  });
  const [test, outside] = [(data.test ?? []).map(asked), (data.oos_test ?? []).map(asked)];
  return {
    texts,
    inScope: {
      reported: everyOther(test, 0, REQUESTS_APART),
      chosenOn: everyOther(test, REQUESTS_APART / 2, REQUESTS_APART),
    },
    outOfScope: { reported: everyOther(outside, 0, 2), chosenOn: everyOther(outside, 1, 2) },
  };
}

/** An engineering playbook, and questions of ours that one page of it answers. */
export function playbook(folder: string): { texts: Text[]; questions: Halves } {
  const docs = path.join(folder, 'docs');
  const files = readdirSync(docs, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => {
      const page = readMarkdown(readFileSync(path.join(docs, file), 'utf8'));
      const title = page.writtenTitle ?? file;
      const { html } = page.render({ title });
      const id = file.replace(/\.md$/, '').split(path.sep).join('/');
      return { id, title, body: textOfHtml(html), sections: sectionsOfHtml(html) };
    });
  const questions = playbookQuestions.map(
    ([q, page]): Asked => ({ q, isRelevant: (id) => id === page }),
  );
  return {
    texts,
    questions: { chosenOn: everyOther(questions, 0, 2), reported: everyOther(questions, 1, 2) },
  };
}
