import { describe, expect, it } from 'vitest';
import { type ClosingDeliverable, closingConditions } from './closing';

const radio = { name: 'Radio', exists: true };
const deliverable = (facts: Partial<ClosingDeliverable>): ClosingDeliverable => ({
  title: 'Guideline',
  state: 'PUBLISHED',
  owner: radio,
  ...facts,
});
const unmet = (...deliverables: ClosingDeliverable[]) =>
  closingConditions(deliverables)
    .filter(({ isMet }) => !isMet)
    .map(({ sentence }) => sentence);

describe('closing a group', () => {
  it('needs everything handed over to a squad that looks after it', () => {
    expect(unmet(deliverable({}), deliverable({ state: 'MAINTAINED' }))).toEqual([]);
  });

  it('waits for what is still a draft or in review', () => {
    expect(unmet(deliverable({ state: 'REVIEW' }))).toEqual(['“Guideline” is published.']);
  });

  it('a deliverable that nobody looks after keeps it open', () => {
    expect(unmet(deliverable({ owner: null }))).toEqual([
      '“Guideline” has a squad that looks after it.',
    ]);
  });

  it('so does one whose squad no longer exists', () => {
    expect(unmet(deliverable({ owner: { name: 'Mixes', exists: false } }))).toEqual([
      '“Guideline” needs another squad: Mixes no longer exists.',
    ]);
  });

  it('what was given up does not count, but something must be left', () => {
    const dropped = deliverable({ state: 'DEPRECATED', owner: null });
    expect(unmet(deliverable({}), dropped)).toEqual([]);
    expect(unmet(dropped)).toHaveLength(1);
    expect(unmet()).toHaveLength(1);
  });
});
