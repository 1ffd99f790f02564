import { describe, expect, it } from 'vitest';
import { readSourceFolder } from '@/features/wiki/importing/folder';
import { documentOf, rewrite, stateSaying, textOf } from '@/features/wiki/live/text-state';
import { readMarkdown } from '@/features/wiki/rendering/render-markdown';
import { sharedData } from '../support/shared-data';

const playbook = sharedData('wiki-engineering-playbook');

const htmlOf = (markdown: string) => readMarkdown(markdown).render({ title: 'A page' }).html;

describe('through the live editor and back', () => {
  it.skipIf(!playbook)(
    'no page of the playbook changes its meaning',
    async () => {
      const { pages } = await readSourceFolder(playbook as string);
      const changed = pages.filter(({ markdown }) => {
        const opened = stateSaying(markdown);
        // Somebody types at the start and takes it back: what is left is what was there.
        const document = documentOf(opened);
        const text = document.getText('markdown');
        const before = text.toString();
        text.insert(0, 'typed');
        text.delete(0, 5);
        rewrite(text, `${before}\nmore`);
        rewrite(text, before);
        const saved = textOf(opened);
        return htmlOf(saved) !== htmlOf(markdown) || text.toString() !== saved;
      });
      console.info(`${pages.length} pages went through the editor; ${changed.length} changed.`);
      expect(pages.length).toBeGreaterThan(100);
      expect(changed.map(({ file }) => file)).toEqual([]);
    },
    240_000,
  );
});
