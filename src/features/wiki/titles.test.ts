import { describe, expect, it } from 'vitest';
import { readMarkdown } from './rendering/render-markdown';
import { agreeOnTitle } from './titles';

const agree = (before: [string, string], after: [string, string]) => {
  const agreed = agreeOnTitle(
    { title: before[0], markdown: before[1] },
    { title: after[0], markdown: after[1] },
    readMarkdown(after[1]).writtenTitle,
  );
  return [agreed.title, agreed.markdown];
};

describe('a page’s title', () => {
  const page: [string, string] = ['Drift', '# Drift\n\nText.\n'];

  it('stays when neither place was touched', () => {
    expect(agree(page, ['Drift', '# Drift\n\nMore.\n'])).toEqual(['Drift', '# Drift\n\nMore.\n']);
  });

  it('changed in its field is changed in the first heading too', () => {
    expect(agree(page, ['Data drift', page[1]])).toEqual(['Data drift', '# Data drift\n\nText.\n']);
  });

  it('changed in the first heading is the page’s title', () => {
    expect(agree(page, ['Drift', '# Data *drift*\n\nText.\n'])[0]).toBe('Data drift');
  });

  it('changed in both places is the field’s, and nothing in the text is overwritten', () => {
    expect(agree(page, ['A', '# B\n\nText.\n'])).toEqual(['A', '# B\n\nText.\n']);
  });

  it('is changed in the front matter, which keeps its other lines and comments', () => {
    const markdown = '---\ntitle: Drift # short\nkind: how-to\n---\n\nText.\n';
    expect(agree(['Drift', markdown], ['Data: drift', markdown])).toEqual([
      'Data: drift',
      '---\ntitle: "Data: drift" # short\nkind: how-to\n---\n\nText.\n',
    ]);
  });

  it('underlined with equals signs is a first heading as well', () => {
    const markdown = 'Drift\n=====\n\nText.\n';
    expect(agree(['Drift', markdown], ['Data drift', markdown])[1]).toBe('# Data drift\n\nText.\n');
  });

  it('that always differed from the first heading stays so', () => {
    const markdown = '# In short\n\nText.\n';
    expect(agree(['Drift', markdown], ['Drift', `${markdown}More.\n`])[0]).toBe('Drift');
    expect(agree(['Drift', markdown], ['Data drift', markdown])).toEqual(['Data drift', markdown]);
  });

  it('may be all there is', () => {
    expect(agree(['Drift', ''], ['Data drift', ''])).toEqual(['Data drift', '']);
  });
});
