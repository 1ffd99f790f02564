import { describe, expect, it } from 'vitest';
import { daysToNextCheck, faultOf, outsideLinksOf } from './outside-links';

describe('links out of the portal', () => {
  it('are taken from the article, each once, without fragments and secrets', () => {
    const html = `<p><a href="https://a.example/x#y">a</a> <a class="z" href="https://a.example/x">b</a>
      <a href="/wiki/guild">c</a> <a href="https://me:word@b.example/">d</a> <a href="http://c.example/?a=1&amp;b=2">e</a>
      <img src="https://d.example/i.png"> <a href="https://[">f</a></p>`;
    expect(outsideLinksOf(html)).toEqual(['https://a.example/x', 'http://c.example/?a=1&b=2']);
  });

  it.each([
    [200, null],
    [301, null],
    [401, null],
    [403, null],
    [404, 'not there any more'],
    [410, 'not there any more'],
    [429, null],
    [503, 'the server fails'],
  ])('an answer of %i means: %s', (status, fault) => {
    expect(faultOf(status)).toBe(fault);
  });

  it.each([
    [0, 14],
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 14],
    [9, 14],
  ])('after %i failures it is asked for again in %i days', (failures, days) => {
    expect(daysToNextCheck(failures)).toBe(days);
  });
});
