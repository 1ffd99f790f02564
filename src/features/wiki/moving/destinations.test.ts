import { describe, expect, it } from 'vitest';
import { folderMovedTo } from './destinations';

describe('a folder that has no page of its own', () => {
  it('went where its pages went with it', () => {
    expect(folderMovedTo('a/b', 'a/b/c', 'x/b/c')).toBe('x/b');
    expect(folderMovedTo('a', 'a/b/c', 'x/y/b/c')).toBe('x/y');
  });

  it('went nowhere with a page that left it alone or came to the top', () => {
    expect(folderMovedTo('a', 'a/c', 'x/d')).toBeNull();
    expect(folderMovedTo('a', 'a/c', 'c')).toBeNull();
    expect(folderMovedTo('a', 'a/c', 'abc')).toBeNull();
  });
});
