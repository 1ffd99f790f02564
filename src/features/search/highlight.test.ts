import { describe, expect, it } from 'vitest';
import { MARK_END, MARK_START, passageOf } from './highlight';

const marked = (text: string) => MARK_START + text + MARK_END;

describe('highlighted passages', () => {
  it('matches stand apart from the text around them', () => {
    expect(passageOf(`a ${marked('cold')} start for ${marked('artists')}`)).toEqual([
      { text: 'a ', isMatch: false },
      { text: 'cold', isMatch: true },
      { text: ' start for ', isMatch: false },
      { text: 'artists', isMatch: true },
    ]);
  });

  it('markup in a text stays text', () => {
    expect(passageOf(`<b>${marked('<script>')}`)).toEqual([
      { text: '<b>', isMatch: false },
      { text: '<script>', isMatch: true },
    ]);
  });

  it('an empty passage has no parts', () => {
    expect(passageOf('')).toEqual([]);
  });
});
