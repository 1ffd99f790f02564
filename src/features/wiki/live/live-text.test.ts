import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { refusalOf } from './admission';
import { editsBetween } from './edits';
import { documentOf, rewrite, stateSaying, textOf } from './text-state';

const paragraph = 'We rank with a two-tower model and rerank the first hundred.\n';

describe('the edits between two texts', () => {
  it('make the one of the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', 'ü', '😀', '# '), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const document = documentOf(stateSaying(before.join('')));
        const live = document.getText('markdown');
        rewrite(live, after.join(''));
        expect(live.toString()).toBe(after.join(''));
      }),
    );
  });

  it('touch the words that changed and leave the others where they are', () => {
    expect(editsBetween(paragraph, paragraph.replace('two-tower', 'sequence'))).toEqual([
      { at: 15, remove: 9, insert: 'sequence' },
    ]);
  });
});

describe('an update that a browser sends', () => {
  const update = (write: (document: Y.Doc) => void) => {
    const document = new Y.Doc();
    write(document);
    return Y.encodeStateAsUpdate(document);
  };

  it('is let in when it writes into the page’s text, and when it takes away from it', () => {
    const typed = update((document) => {
      document.getText('markdown').insert(0, 'some text');
      document.getText('markdown').delete(2, 3);
    });
    expect(refusalOf(typed, 0)).toBeNull();
    expect(textOf(typed)).toBe('sotext');
  });

  it('is refused when it is no update', () => {
    expect(refusalOf(new Uint8Array([9, 250, 3, 1]), 0)).toBe('malformed');
  });

  it('is refused when it brings anything but characters, or another text along', () => {
    expect(
      refusalOf(
        update((document) => document.getMap('more').set('a', 1)),
        0,
      ),
    ).toBe('malformed');
    expect(
      refusalOf(
        update((document) => document.getText('other').insert(0, 'a')),
        0,
      ),
    ).toBe('malformed');
    expect(
      refusalOf(
        update((document) => document.getText('markdown').insertEmbed(0, { image: 'x' })),
        0,
      ),
    ).toBe('malformed');
  });

  it('is refused when the page would grow without bound', () => {
    const long = update((document) => document.getText('markdown').insert(0, 'x'.repeat(500_000)));
    expect(refusalOf(long, 0)).toBeNull();
    expect(refusalOf(long, 800_000)).toBe('too-long');
  });
});
