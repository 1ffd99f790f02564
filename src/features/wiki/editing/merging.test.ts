import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnsettled, mergeTexts, mergeValues } from './merging';

const BASE = '# Drift\n\nCompare weeks.\n\n## Who is told\n\nThe squad on call.\n';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd e f'), { maxLength: 14 });
const text = lines.map((all) => all.join('\n'));

describe('bringing two texts together', () => {
  it('takes both changes when they are apart', () => {
    const merge = mergeTexts(
      BASE,
      BASE.replace('weeks', 'months'),
      BASE.replace('squad on call', 'steward'),
    );
    expect(merge.conflicts).toEqual([]);
    expect(merge.text).toBe(BASE.replace('weeks', 'months').replace('squad on call', 'steward'));
  });

  it('takes both changes of one line when their words are apart', () => {
    const merge = mergeTexts(
      'Keep the slope free.',
      'Keep the intercept free.',
      'Keep the slope fixed.',
    );
    expect(merge.text).toBe('Keep the intercept fixed.');
    expect(merge.parts).toMatchObject([{ by: 'words' }]);
  });

  it('keeps both texts where both changed the same words, and says so', () => {
    const merge = mergeTexts(
      BASE,
      BASE.replace('weeks', 'months'),
      BASE.replace('weeks', 'quarters'),
    );
    expect(merge.conflicts).toEqual([
      {
        kind: 'conflict',
        base: ['Compare weeks.'],
        mine: ['Compare months.'],
        theirs: ['Compare quarters.'],
      },
    ]);
    expect(merge.text).toContain(
      '<<<<<<< your text\nCompare months.\n=======\nCompare quarters.\n>>>>>>> saved text\n',
    );
    expect(isUnsettled(merge.text)).toBe(true);
    expect(isUnsettled(BASE)).toBe(false);
  });

  it('two additions at the same place stay apart: nobody knows their order', () => {
    expect(mergeTexts('a\n', 'a\nmine\n', 'a\ntheirs\n').conflicts).toHaveLength(1);
  });

  it('one side removes what the other rewrote: somebody has to choose', () => {
    expect(mergeTexts('a\nb\nc', 'a\nc', 'a\nB\nc').conflicts).toHaveLength(1);
  });

  it('the same change on both sides is made once', () => {
    expect(mergeTexts('a\nb', 'a\nc', 'a\nc').text).toBe('a\nc');
  });

  it('of a value takes whichever was changed', () => {
    expect(mergeValues('old', 'old', 'theirs')).toBe('theirs');
    expect(mergeValues('old', 'mine', 'old')).toBe('mine');
    expect(mergeValues('old', 'mine', 'theirs')).toBe('mine');
  });

  it('with a side that changed nothing gives the other side', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeTexts(base, changed, base).text).toBe(changed);
        expect(mergeTexts(base, base, changed).text).toBe(changed);
        expect(mergeTexts(base, changed, changed).text).toBe(changed);
      }),
    );
  });

  it('loses no line that either side wrote', () => {
    const own = (sign: string) =>
      fc.array(fc.tuple(fc.nat(14), fc.constantFrom(`${sign}1`, `${sign}2 x`, `${sign}3`)), {
        maxLength: 5,
      });
    fc.assert(
      fc.property(lines, own('mine'), own('theirs'), (base, mine, theirs) => {
        const merge = mergeTexts(base.join('\n'), withAll(base, mine), withAll(base, theirs));
        for (const [, line] of [...mine, ...theirs]) expect(merge.text).toContain(line);
        for (const line of base) expect(merge.text).toContain(line);
      }),
    );
  });

  it('gives the same whichever side comes first, the conflicts turned round', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        const [there, back] = [mergeTexts(base, one, other), mergeTexts(base, other, one)];
        expect(back.conflicts.map(({ mine, theirs }) => [theirs, mine])).toEqual(
          there.conflicts.map(({ mine, theirs }) => [mine, theirs]),
        );
        if (there.conflicts.length === 0) expect(back.text).toBe(there.text);
      }),
    );
  });

  it('of three long texts without anything in common comes to an end', () => {
    const long = (sign: string) =>
      Array.from({ length: 15_000 }, (_, index) => (index % 2 ? '' : `${sign} ${index}`)).join(
        '\n',
      );
    expect(mergeTexts(long('a'), long('b'), long('c')).conflicts.length).toBeGreaterThan(0);
  });
});

function withAll(base: string[], additions: [number, string][]): string {
  return additions
    .reduce((all, [place, line]) => all.toSpliced(Math.min(place, all.length), 0, line), base)
    .join('\n');
}
