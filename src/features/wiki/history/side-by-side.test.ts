import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSections, differenceOf, textOf } from './difference';
import { rowsOf } from './side-by-side';

const shown = (before: string, after: string) =>
  rowsOf(differenceOf(before, after)).map((row) =>
    'kind' in row
      ? `… ${row.count} ${row.section ?? ''}`.trim()
      : `${row.before ? textOf(row.before) : '·'} | ${row.after ? textOf(row.after) : '·'}`,
  );

describe('two texts side by side', () => {
  it('put reworded lines opposite each other, and leave a gap where one side has nothing', () => {
    expect(shown('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual(['a | a', 'b | B', 'c | c', '· | d']);
  });

  it('name the section in which the text goes on after what is folded', () => {
    const far = Array.from({ length: 9 }, (_, index) => `${index}`).join('\n');
    const text = `# Drift\n${far}\n## Who is told\n1\n2\n3\n4\nstale\n`;
    expect(shown(text, text.replace('stale', 'new'))[0]).toBe('… 12 Who is told');
  });

  it('hold every line of both', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = rowsOf(
          differenceOf(
            before.map((line) => `${line}\n`).join(''),
            after.map((line) => `${line}\n`).join(''),
          ),
        );
        const side = (which: 'before' | 'after') =>
          rows.flatMap((row) => {
            if ('kind' in row) return row.lines;
            const line = row[which];
            return line ? [textOf(line)] : [];
          });
        expect(side('before')).toEqual(before);
        expect(side('after')).toEqual(after);
      }),
    );
  });
});

describe('the sections that changed', () => {
  it('are named once each, in order, and a heading inside of code is none', () => {
    const text = '# A\nx\n## B\n```\n# no\n```\ny\n## C\nz\n';
    expect(changedSections(text, text.replace('y', 'Y').replace('z', 'Z'))).toEqual(['B', 'C']);
    expect(changedSections(text, text.replace('# no', '# not'))).toEqual(['B']);
  });

  it('hold those that were taken out', () => {
    expect(changedSections('# A\nx\n## B\ny\n', '# A\nx\n')).toEqual(['B']);
  });
});
