import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../../tests/support/shared-data';
import { mentionedIn, partsOf } from './comment-text';

const payloads = sharedData('xss-payloads');

describe('a comment', () => {
  it('tells addresses, code and people apart', () => {
    expect(
      partsOf('See https://example.org/a?b=1. Ask @mira-sol about `a @b`!', ['mira-sol']),
    ).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { kind: 'text', text: '. Ask ' },
      { kind: 'mention', text: '@mira-sol', handle: 'mira-sol' },
      { kind: 'text', text: ' about ' },
      { kind: 'code', text: 'a @b' },
      { kind: 'text', text: '!' },
    ]);
  });

  it('speaks to nobody by a mail address, by code or twice', () => {
    expect(mentionedIn('@mira, @ola: mail a@b.org, `@code`, @mira')).toEqual(['mira', 'ola']);
  });

  it('makes no link of a name that nobody has', () => {
    expect(partsOf('@nobody', [])).toEqual([{ kind: 'text', text: '@nobody' }]);
  });

  it.skipIf(!payloads)('leads nowhere but to the web, whatever is written', () => {
    const lines = readFileSync(`${payloads}/payloadbox.txt`, 'utf8').split('\n').filter(Boolean);
    for (const line of lines) {
      const parts = partsOf(line, []);
      for (const part of parts) {
        if (part.kind === 'link') expect(new URL(part.href).protocol).toMatch(/^https?:$/);
      }
      const shown = parts
        .map(({ kind, text }) => (kind === 'code' ? `\`${text}\`` : text))
        .join('');
      expect(shown).toBe(line);
    }
  });
});
