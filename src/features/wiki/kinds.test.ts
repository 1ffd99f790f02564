import { describe, expect, it } from 'vitest';
import { kindFrom, kindSlug, PAGE_KINDS } from './kinds';

describe('the kind of a page, as it is written', () => {
  it.each(['how-to', 'How to', 'HOW_TO'])('may be written %s', (written) => {
    expect(kindFrom(written)).toBe('HOW_TO');
  });

  it('that we do not have is none', () => {
    expect(kindFrom('poem')).toBeNull();
    expect(kindFrom(null)).toBeNull();
  });

  it('in an address is read back as itself', () => {
    for (const { value } of PAGE_KINDS) expect(kindFrom(kindSlug(value))).toBe(value);
  });
});
