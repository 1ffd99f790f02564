import { describe, expect, it } from 'vitest';
import { askedSpan, dispositionName, fileHeaders } from './serving';

const headersOf = (type: string) =>
  fileHeaders({ name: 'a', type, size: 1, sha256: '0'.repeat(64) });

describe('how a file is served', () => {
  it.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])(
    '%s is shown',
    (type) => {
      expect(headersOf(type)['Content-Disposition']).toMatch(/^inline/);
    },
  );

  it.each(['image/svg+xml', 'text/plain', 'text/html', 'application/pdf', 'application/xml'])(
    '%s is never opened as a page',
    (type) => {
      expect(headersOf(type)['Content-Disposition']).toMatch(/^attachment/);
    },
  );

  it('nothing in any file may run or be guessed to be something else', () => {
    const headers = headersOf('image/svg+xml');
    expect(headers['Content-Security-Policy']).toMatch(/^sandbox; default-src 'none'/);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Cache-Control']).toContain('private');
  });

  it('a name stays within its header', () => {
    expect(dispositionName('a"\\%ü\u4e2d.png')).toBe(
      `filename="a_____.png"; filename*=UTF-8''a%22%5C%25%C3%BC%E4%B8%AD.png`,
    );
  });
});

describe('a part of a file', () => {
  it.each([
    ['bytes=0-4', { start: 0, end: 4 }],
    ['bytes=5-', { start: 5, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=10-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=4-2', null],
    ['bytes=0-1,3-4', null],
    ['lines=1-2', null],
    [null, null],
  ])('%s of ten bytes', (header, span) => {
    expect(askedSpan(header, 10)).toEqual(span);
  });
});
