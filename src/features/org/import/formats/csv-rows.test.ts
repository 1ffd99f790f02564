import { describe, expect, it } from 'vitest';
import { readCsvRows } from './csv-rows';

const cellsByLine = (text: string) =>
  Object.fromEntries(readCsvRows(text).rows.map(({ line, cells }) => [line, cells.join('|')]));

describe('rows of a CSV file', () => {
  it('know the line they begin on, after blank lines and cells of several lines', () => {
    const text = 'a,b\n\n1,"two\nlines"\n,\n3,4\n"5",6';
    expect(cellsByLine(text)).toEqual({ 3: '1|two\nlines', 6: '3|4', 7: '5|6' });
  });

  it.each([
    ['a;b\n1;2', '1|2'],
    ['a\tb\n1\t2', '1|2'],
    ['"a,x";b\n"1,5";2', '1,5|2'],
  ])('are split by the mark that the header uses: %j', (text, row) => {
    expect(Object.values(cellsByLine(text))).toEqual([row]);
  });

  it('survive a broken one: only its first line is lost', () => {
    const text = 'a,b\n1,2\n3,"four\n5,6\n7,ei"ght\n9,10\n"11"x,12\n13,14\n';
    const { faults } = readCsvRows(text);
    expect(cellsByLine(text)).toEqual({ 2: '1|2', 4: '5|6', 6: '9|10', 8: '13|14' });
    expect(faults.map(({ line }) => line)).toEqual([3, 5, 7]);
    expect(faults[0]?.reason).toMatch(/quotation marks/);
  });

  it('are given up after a hundred broken ones, and it is said where', () => {
    const text = `a,b\n${'x,"y\n'.repeat(150)}`;
    const { faults, unreadFrom } = readCsvRows(text);
    expect(faults).toHaveLength(100);
    expect(unreadFrom).toBe(102);
  });

  it('of an empty file are none', () => {
    expect(readCsvRows('\n\n')).toEqual({ header: null, rows: [], faults: [], unreadFrom: null });
  });

  it('with a quote open over a whole large file are still read in a moment', () => {
    const text = `a,b\nx,"y\n${'1,2\n'.repeat(100_000)}`;
    const { rows, faults } = readCsvRows(text);
    expect(rows).toHaveLength(100_000);
    expect(faults).toHaveLength(1);
  });
});
