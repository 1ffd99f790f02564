import { describe, expect, it } from 'vitest';
import { MARKDOWN_MAX } from '../schema';
import { renderMarkdown } from './render-markdown';
import { TOO_HEAVY, WEIGHT_MAX, weightOf } from './weight';

type Family = [name: string, text: (size: number) => string];

const repeated = (part: string) => (size: number) => part.repeat(Math.floor(size / part.length));

/** Texts whose cost grows faster than their length when Markdown is read. */
const superlinear: Family[] = [
  ['opened brackets', repeated('[')],
  ['closed brackets', repeated(']')],
  ['brackets within brackets', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
  ['links within links', (size) => `${'['.repeat(size / 6)}a${'](b)'.repeat(size / 6)}`],
  ['emphasis within emphasis', (size) => '*a '.repeat(size / 6) + ' a*'.repeat(size / 6)],
  ['emphasis that is never closed', repeated('*a **b ')],
  ['code that is never closed', repeated('`a ``b ')],
  ['struck words', repeated('~a ')],
  ['bars that make no table', repeated('|a\n')],
  ['pictures', repeated('![a](b) ')],
  ['smaller-than signs', repeated('<')],
];

/** Texts that cost much for each of their characters. */
const dense: Family[] = [
  ['items', repeated('- a\n')],
  ['tasks', repeated('- [ ] a\n')],
  ['headings', repeated('# a\n')],
  ['paragraphs', repeated('a\n\n')],
  ['hard breaks', repeated('a  \n')],
  ['rows', (size) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(size / 6)}`],
  ['footnotes', repeated('a[^1] ')],
  ['definitions', repeated('[a]: b\n')],
  ['code blocks', repeated('```\na\n```\n')],
  ['HTML', repeated('<b>a')],
  ['addresses of mail', repeated('a@b.c ')],
];

describe('the weight of a text', () => {
  it.each([...superlinear, ...dense])('%s are not laid out without end', (_, text) => {
    expect(weightOf(text(MARKDOWN_MAX))).toBeGreaterThan(WEIGHT_MAX);
  });

  it.each(superlinear)(
    '%s weigh more than twice as much when they are twice as many',
    (_, text) => {
      expect(weightOf(text(8_000))).toBeGreaterThan(2.2 * weightOf(text(4_000)));
    },
  );

  it.each(dense)('%s weigh twice as much when they are twice as many', (_, text) => {
    const growth = weightOf(text(8_000)) / weightOf(text(4_000));
    expect(growth).toBeGreaterThan(1.9);
  });

  it('counts the cells that a short row leaves to be filled', () => {
    const table = (columns: number) =>
      `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|\n'.repeat(500)}`;
    expect(weightOf(table(200))).toBeGreaterThan(WEIGHT_MAX);
    expect(weightOf(table(5))).toBeLessThan(WEIGHT_MAX);
  });

  it('counts the quotes that each line of a lazy paragraph continues', () => {
    const lazy = (depth: number) => `${'> '.repeat(depth)}a\n${'b\n'.repeat(500)}`;
    expect(weightOf(lazy(100))).toBeGreaterThan(WEIGHT_MAX);
    expect(weightOf(lazy(3))).toBeLessThan(WEIGHT_MAX);
  });

  it('lets a long page of usual text be laid out', () => {
    const section =
      '## What we tried\n\nWe compared **two** sources of candidates, and [the first](first.md) lost `0.4` points of recall. It took a week.\n\n- a list\n- of a few items\n\n| Source | Recall |\n|---|--:|\n| listening | 0.412 |\n\n';
    expect(weightOf(section.repeat(200))).toBeLessThan(WEIGHT_MAX);
  });

  it('does not look into code', () => {
    expect(weightOf(`\`\`\`python\n${'x = [[[[]]]] * 2\n'.repeat(400)}\`\`\`\n`)).toBeLessThan(
      1_000,
    );
  });
});

describe('a text that is too heavy', () => {
  it('is shown as it was written, whole, and says so', () => {
    const { html } = renderMarkdown(`# T\n\n${'['.repeat(50_000)}\n`);
    expect(html).toContain(TOO_HEAVY);
    expect(html).toContain('['.repeat(50_000));
  });
});
