import { describe, expect, it } from 'vitest';
import { PAGE_KINDS } from '../kinds';
import { renderMarkdown } from '../rendering/render-markdown';
import { DEFAULT_TEMPLATES, isUntouched, putBeneath } from './template-texts';

const headings = (markdown: string) =>
  [...markdown.matchAll(/^## (.+)$/gm)].map(([, text]) => text);

describe('the templates that the portal brings', () => {
  it.each(PAGE_KINDS)('$label asks in sections, and shows no question to readers', ({ value }) => {
    const template = DEFAULT_TEMPLATES[value];
    expect(headings(template).length).toBeGreaterThanOrEqual(4);
    expect(template).toContain('<!--');
    const { html } = renderMarkdown(template);
    expect(html).not.toMatch(/&lt;!--|<!--|--&gt;/);
  });

  it('ask what was tried and failed, when a practice does not hold, and how a step is undone', () => {
    expect(headings(DEFAULT_TEMPLATES.LESSONS_LEARNED)).toEqual(
      expect.arrayContaining(['What we tried', 'What failed, and how we noticed']),
    );
    expect(headings(DEFAULT_TEMPLATES.BEST_PRACTICE)).toEqual(
      expect.arrayContaining(['When it does not hold', 'What it was checked against']),
    );
    expect(headings(DEFAULT_TEMPLATES.HOW_TO)).toEqual(
      expect.arrayContaining(['Before you begin', 'How you know that it worked', 'How to undo it']),
    );
  });
});

describe('a template for a text that is being written', () => {
  const templates = Object.values(DEFAULT_TEMPLATES);

  it('takes the place of nothing, and of a template that nobody has filled in', () => {
    expect(isUntouched(' \n', templates)).toBe(true);
    expect(isUntouched(DEFAULT_TEMPLATES.HOW_TO.replaceAll('\n', '\r\n'), templates)).toBe(true);
  });

  it('never takes the place of a word that somebody typed', () => {
    expect(isUntouched('Mine.', templates)).toBe(false);
    expect(isUntouched(`${DEFAULT_TEMPLATES.HOW_TO}Mine.`, templates)).toBe(false);
    expect(putBeneath('Mine.\n\n', '## Asked\n')).toBe('Mine.\n\n## Asked\n');
  });
});
