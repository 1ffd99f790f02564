import { describe, expect, it } from 'vitest';
import { type Branch, treeOf } from './tree';

const outline = (branches: Branch[], depth = 0): string[] =>
  branches.flatMap((branch) => [
    `${'  '.repeat(depth)}${branch.title}${branch.isPage ? '' : '/'}`,
    ...outline(branch.branches, depth + 1),
  ]);

describe('the tree of a space', () => {
  it('has pages first and then folders, each by title', () => {
    const tree = treeOf([
      { path: 'b/two', title: 'Two' },
      { path: 'b/c/three', title: 'Three' },
      { path: 'z', title: 'Almanac' },
      { path: 'README', title: 'Welcome' },
    ]);
    expect(outline(tree)).toEqual(['Almanac', 'Welcome', 'B/', '  Two', '  C/', '    Three']);
  });

  it('shows a folder by the title of its own page', () => {
    const tree = treeOf([
      { path: 'code-reviews/README', title: 'Code reviews' },
      { path: 'code-reviews/faq', title: 'Questions' },
    ]);
    expect(outline(tree)).toEqual(['Code reviews', '  Questions']);
    expect(tree[0]?.path).toBe('code-reviews/README');
  });

  it('has a page once that has pages beneath it, whichever of them comes first', () => {
    const drift = { path: 'drift', title: 'Watching for drift' };
    const kinds = { path: 'drift/kinds', title: 'Kinds' };
    expect(outline(treeOf([drift, kinds]))).toEqual(['Watching for drift', '  Kinds']);
    expect(outline(treeOf([kinds, drift]))).toEqual(['Watching for drift', '  Kinds']);
  });

  it('loses no page when a folder has two that stand for it', () => {
    const tree = treeOf([
      { path: 'a/README', title: 'Readme' },
      { path: 'a/index', title: 'Index' },
    ]);
    expect(outline(tree)).toEqual(['Readme', '  Index']);
  });
});
