import { describe, expect, it } from 'vitest';
import { linkedPlace, linkResolver, pageHref, pageKey } from './addresses';

const from = { spaceSlug: 'handbook', path: 'evaluation/online/cuped' };

describe('where a written link points', () => {
  it.each([
    ['interleaving.md', 'evaluation/online/interleaving'],
    ['./interleaving.md', 'evaluation/online/interleaving'],
    ['../offline.md', 'evaluation/offline'],
    ['../../drift.MD', 'drift'],
    ['../offline', 'evaluation/offline'],
    ['a%20b.md', 'evaluation/online/a b'],
    ['/drift.md', 'drift'],
    ['../offline.md?plain=1#why', 'evaluation/offline'],
    ['/wiki/handbook/evaluation/offline', 'evaluation/offline'],
  ])('%s is the page %s', (target, path) => {
    expect(linkedPlace(target, from)?.candidates[0]).toBe(path);
  });

  it.each(['../offline/', '../offline/README.md', '../offline'])(
    '%s may be answered by the folder’s own page',
    (target) => {
      expect(linkedPlace(target, from)?.candidates).toContain('evaluation/offline/README');
    },
  );

  it('the way to the top of a space is its README or index', () => {
    expect(linkedPlace('../..', from)?.candidates).toContain('README');
    expect(linkedPlace('/wiki/handbook', from)?.candidates).toContain('index');
  });

  it('a link may lead to a page of another space', () => {
    expect(linkedPlace('/wiki/radio/ranking', from)).toMatchObject({
      spaceSlug: 'radio',
      candidates: expect.arrayContaining(['ranking']),
    });
  });

  it('a link out of the space has no page', () => {
    expect(linkedPlace('../../../../secrets.md', from)?.candidates).toEqual([]);
  });

  it('other places in the portal are left alone', () => {
    expect(linkedPlace('/techniques/two-tower', from)).toBeNull();
  });

  it('an address that cannot be decoded is taken as it stands', () => {
    expect(linkedPlace('100%.md', from)?.candidates).toEqual(['evaluation/online/100%']);
  });
});

describe('resolving links', () => {
  const pageIds = new Map([
    [pageKey({ spaceSlug: 'handbook', path: 'evaluation/offline/README' }), 'offline'],
    [pageKey({ spaceSlug: 'handbook', path: 'drift' }), 'drift'],
  ]);
  const resolve = linkResolver(from, pageIds);

  it('keeps the fragment and knows the page', () => {
    expect(resolve('../../drift.md#kinds')).toEqual({
      href: '/wiki/handbook/drift#kinds',
      pageId: 'drift',
      fragment: 'kinds',
      isBroken: false,
    });
  });

  it('a folder is answered by its README', () => {
    expect(resolve('../offline')?.pageId).toBe('offline');
    expect(resolve('../offline/')?.pageId).toBe('offline');
  });

  it('a broken link leads to where the page would be', () => {
    expect(resolve('interleaving.md')).toMatchObject({
      href: '/wiki/handbook/evaluation/online/interleaving',
      pageId: null,
      isBroken: true,
    });
  });

  it('every character of a path survives in an address', () => {
    expect(pageHref({ spaceSlug: 'handbook', path: 'what? 50% #1/a&b' })).toBe(
      '/wiki/handbook/what%3F%2050%25%20%231/a%26b',
    );
  });
});
