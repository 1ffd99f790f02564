import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DifferenceLine, differenceOf, isSame } from './difference';

const shown = (lines: DifferenceLine[]) =>
  lines.map((line) => {
    if (line.kind === 'skipped') return `… ${line.count}`;
    const sign = { same: ' ', added: '+', removed: '-' }[line.kind];
    const text = line.stretches.map((one) => (one.isChanged ? `[${one.text}]` : one.text)).join('');
    return `${sign}${text}`;
  });

describe('the difference of two texts', () => {
  it('is shown word by word where a line was reworded', () => {
    expect(shown(differenceOf('Keep the slope free.\n', 'Keep the intercept free.\n'))).toEqual([
      '-Keep the [slope] free.',
      '+Keep the [intercept] free.',
    ]);
  });

  it('shows lines that came and went', () => {
    expect(shown(differenceOf('a\nb\n', 'b\nc\n'))).toEqual(['-[a]', ' b', '+[c]']);
  });

  it('leaves out what is far from any change', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    const difference = shown(differenceOf(lines.join('\n'), lines.with(10, 'other').join('\n')));
    expect(difference[0]).toBe('… 7');
    expect(difference.at(-1)).toBe('… 6');
    expect(difference).toHaveLength(10);
  });

  it('of a text and itself is none', () => {
    expect(isSame(differenceOf('a\nb\n', 'a\nb\n'))).toBe(true);
    expect(isSame(differenceOf('', ''))).toBe(true);
    expect(isSame(differenceOf('a', 'b'))).toBe(false);
  });

  it('of two long texts without anything in common is found in time', () => {
    const text = (sign: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${sign} ${index}`).join('\n');
    expect(differenceOf(text('a'), text('b'))).toHaveLength(40_000);
  });

  it('holds every line of both texts that is not left out', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c d', 'c e', ''), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = differenceOf(
          before.map((line) => `${line}\n`).join(''),
          after.map((line) => `${line}\n`).join(''),
        );
        const count = (...kinds: string[]) =>
          lines.reduce(
            (sum, line) =>
              sum + (line.kind === 'skipped' ? line.count : kinds.includes(line.kind) ? 1 : 0),
            0,
          );
        expect(count('same', 'removed')).toBe(before.length);
        expect(count('same', 'added')).toBe(after.length);
      }),
    );
  });
});
