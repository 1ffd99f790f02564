import { describe, expect, it } from 'vitest';
import { arrange, type ShelvedState } from './arrangement';

const folderOf = (files: Record<string, string>) => ({
  pages: Object.entries(files).map(([file, markdown]) => ({ file, markdown })),
  otherFiles: [],
  skipped: [],
});

function shelf(path: string, traits: Partial<ShelvedState>) {
  const state: ShelvedState = {
    id: path,
    path,
    number: 1,
    checksum: 'old',
    isImported: true,
    importedChecksum: 'old',
    isArchived: false,
    ...traits,
  };
  return new Map([[path, state]]);
}

const arranged = (files: Record<string, string>, shelved = new Map<string, ShelvedState>()) => {
  const { arrivals, refused } = arrange(folderOf(files), shelved, (markdown) => markdown);
  return {
    fates: Object.fromEntries(arrivals.map(({ path, fate }) => [path, fate])),
    refused: refused.map(({ file }) => file),
  };
};

describe('what becomes of a file', () => {
  it('a file nobody knows is a new page', () => {
    expect(arranged({ 'a/b.md': 'x' }).fates).toEqual({ 'a/b': 'new' });
  });

  it('the same text changes nothing; another one is a new revision', () => {
    expect(arranged({ 'a.md': 'old' }, shelf('a', {})).fates).toEqual({ a: 'unchanged' });
    expect(arranged({ 'a.md': 'new' }, shelf('a', {})).fates).toEqual({ a: 'changed' });
  });

  it('what was edited here stays when the file is as it was', () => {
    const edited = shelf('a', { checksum: 'ours', isImported: false });
    expect(arranged({ 'a.md': 'old' }, edited).fates).toEqual({ a: 'unchanged' });
  });

  it('what was edited here and in the file is left for a person to settle', () => {
    const edited = shelf('a', { checksum: 'ours', isImported: false });
    expect(arranged({ 'a.md': 'new' }, edited)).toEqual({ fates: {}, refused: ['a.md'] });
  });

  it('the same edit on both sides is no disagreement', () => {
    const edited = shelf('a', { checksum: 'new', isImported: false });
    expect(arranged({ 'a.md': 'new' }, edited).fates).toEqual({ a: 'unchanged' });
  });

  it('a page that was written here is not replaced by a file of its name', () => {
    const own = shelf('a', { isImported: false, importedChecksum: null });
    expect(arranged({ 'a.md': 'new' }, own).refused).toEqual(['a.md']);
  });

  it('an archived page does not come back by itself', () => {
    expect(arranged({ 'a.md': 'new' }, shelf('a', { isArchived: true })).refused).toEqual(['a.md']);
  });

  it.each([
    ['endings', { 'a.md': 'x', 'a.markdown': 'y' }],
    ['letters', { 'A.md': 'x', 'a.md': 'y' }],
  ])('of two files whose names differ only in their %s the first is taken', (_, files) => {
    const { fates, refused } = arranged(files);
    expect(Object.values(fates)).toEqual(['new']);
    expect(refused).toHaveLength(1);
  });

  it('a name that cannot be an address is refused', () => {
    expect(arranged({ 'what?.md': 'x', 'a.md': 'y' }).refused).toEqual(['what?.md']);
  });
});
