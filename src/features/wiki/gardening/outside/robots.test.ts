import { describe, expect, it } from 'vitest';
import { robotsRules } from './robots';

const HOST = 'https://a.example';
const rules = (text: string, status = 200) => robotsRules(`${HOST}/robots.txt`, { status, text });

describe('what a host asks of the check of links', () => {
  it('is to stay away from some of it', () => {
    const { allows } = rules('User-agent: *\nDisallow: /private/\nAllow: /private/open\n');
    expect(allows(`${HOST}/`)).toBe(true);
    expect(allows(`${HOST}/private/x`)).toBe(false);
    expect(allows(`${HOST}/private/open`)).toBe(true);
  });

  it('may be said to it by name, and that counts for more than what is said to all', () => {
    const { allows } = rules(
      'User-agent: *\nDisallow: /\n\nUser-agent: guildhalllinkcheck\nDisallow: /only\n',
    );
    expect(allows(`${HOST}/page`)).toBe(true);
    expect(allows(`${HOST}/only`)).toBe(false);
  });

  it('is how fast it may ask', () => {
    expect(rules('User-agent: *\nCrawl-delay: 7\n').pauseMilliseconds).toBe(7_000);
    expect(rules('').pauseMilliseconds).toBe(0);
  });

  it.each([
    [404, true],
    [403, true],
    [302, true],
    [429, false],
    [503, false],
  ])('when its robots.txt answers %i: may anything be asked? %s', (status, mayAsk) => {
    expect(rules('User-agent: *\nDisallow: /', status).allows(`${HOST}/`)).toBe(mayAsk);
  });
});
