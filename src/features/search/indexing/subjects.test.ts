import { describe, expect, it } from 'vitest';
import { subjectsToIndex } from './subjects';

describe('what is indexed anew', () => {
  it('a subject that changed three times is indexed once', () => {
    const fact = { name: 'page.revised', payload: { pageId: 'p1' } };
    expect(subjectsToIndex([fact, fact, fact]).get('page')).toEqual(['p1']);
  });

  it('one fact may speak of many subjects', () => {
    const facts = [{ name: 'person.changed', payload: { personIds: ['a', 'b'] } }];
    expect(subjectsToIndex(facts)).toEqual(new Map([['person', ['a', 'b']]]));
  });

  it('a changed meetup brings its talks along', () => {
    const facts = [{ name: 'meetup.changed', payload: { meetupIds: ['m1', 'm2'] } }];
    expect(subjectsToIndex(facts)).toEqual(
      new Map([
        ['meetup', ['m1', 'm2']],
        ['talk', ['m1', 'm2']],
      ]),
    );
  });

  it('facts that change no text, and broken ones, are passed over', () => {
    const facts = [
      { name: 'rsvp.placed', payload: { meetupId: 'm' } },
      { name: 'page.revised', payload: null },
      { name: 'unit.changed', payload: {} },
    ];
    expect([...subjectsToIndex(facts).values()].flat()).toEqual([]);
  });
});
