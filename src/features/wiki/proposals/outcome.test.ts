import { describe, expect, it } from 'vitest';
import { acceptedText } from './outcome';

const text = (markdown: string, title = 'Drift') => ({ title, markdown });

describe('accepting a proposal', () => {
  it('takes it as it is while the page stands where it was begun', () => {
    expect(acceptedText(text('a'), text('b', 'Data drift'), text('a'))).toEqual({
      title: 'Data drift',
      markdown: 'b',
      isMerged: false,
      conflicts: 0,
    });
  });

  it('keeps what was changed on the page since', () => {
    const accepted = acceptedText(text('a\n\nb\n'), text('A\n\nb\n'), text('a\n\nb\n\nc\n', 'New'));
    expect(accepted).toEqual({
      title: 'New',
      markdown: 'A\n\nb\n\nc\n',
      isMerged: true,
      conflicts: 0,
    });
  });

  it('is left to a person where both changed the same', () => {
    expect(acceptedText(text('a'), text('b'), text('c')).conflicts).toBe(1);
  });
});
