import { describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import { readSourceFolder } from '@/features/wiki/importing/folder';
import { documentOf, rewrite, stateSaying, textOf } from '@/features/wiki/live/text-state';
import { readMarkdown } from '@/features/wiki/rendering/render-markdown';
import { sharedData } from '../support/shared-data';

const playbook = sharedData('wiki-engineering-playbook');

const htmlOf = (markdown: string) => readMarkdown(markdown).render({ title: 'A page' }).html;

/** What is saved of a page into which somebody typed, here and there, and took it back. */
function afterTyping(markdown: string): string {
  const document = documentOf(stateSaying(markdown));
  const text = document.getText('markdown');
  const before = text.toString();
  text.insert(0, 'typed');
  text.delete(0, 5);
  rewrite(text, `${before}\nmore`);
  rewrite(text, before);
  return textOf(encodeStateAsUpdate(document));
}

describe('through the live editor and back', () => {
  it.skipIf(!playbook)(
    'no page of the playbook changes its meaning',
    async () => {
      const { pages } = await readSourceFolder(playbook as string);
      const unlike = pages.filter(({ markdown }) => afterTyping(markdown) !== markdown);
      // Line breaks of another system become ours; the HTML says whether that means anything else.
      const changed = unlike.filter(
        ({ markdown }) => htmlOf(afterTyping(markdown)) !== htmlOf(markdown),
      );
      console.info(
        `${pages.length} pages went through the editor: ${pages.length - unlike.length} came back letter by letter, ${unlike.length - changed.length} with other line breaks and the same HTML, ${changed.length} changed.`,
      );
      expect(pages.length).toBeGreaterThan(100);
      expect(changed.map(({ file }) => file)).toEqual([]);
    },
    240_000,
  );
});
