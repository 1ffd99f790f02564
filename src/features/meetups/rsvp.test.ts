import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsRsvps, attendanceChange, takesAttendance } from './rsvp';

const startsAt = new Date('2026-03-05T16:00:00Z');
const before = new Date('2026-03-05T15:59:59Z');

describe('saying whether one comes', () => {
  it('is possible until it begins, and then no longer', () => {
    expect(acceptsRsvps({ startsAt, cancelledAt: null }, before)).toBe(true);
    expect(acceptsRsvps({ startsAt, cancelledAt: null }, startsAt)).toBe(false);
  });

  it('is not possible for a cancelled date; nor is attendance', () => {
    expect(acceptsRsvps({ startsAt, cancelledAt: before }, before)).toBe(false);
    expect(takesAttendance({ startsAt, cancelledAt: before }, startsAt)).toBe(false);
  });

  it('attendance can be told from the moment it begins', () => {
    expect(takesAttendance({ startsAt, cancelledAt: null }, before)).toBe(false);
    expect(takesAttendance({ startsAt, cancelledAt: null }, startsAt)).toBe(true);
  });
});

describe('a sheet of the attendance list', () => {
  it('adds the new ticks and takes away the removed ones', () => {
    expect(attendanceChange(['ada', 'bo', 'cy'], ['ada', 'bo'], ['bo', 'cy'])).toEqual({
      added: ['cy'],
      removed: ['ada'],
    });
  });

  it('says nothing about people who were not on it', () => {
    expect(attendanceChange(['ada'], ['bo'], ['cy'])).toEqual({ added: [], removed: [] });
  });

  it('two sheets filled in at once end the same in either order', () => {
    const people = fc.uniqueArray(fc.constantFrom('ada', 'bo', 'cy', 'di', 'ed', 'fi'));
    fc.assert(
      fc.property(people, people, people, (recorded, first, second) => {
        const everyone = ['ada', 'bo', 'cy', 'di', 'ed', 'fi'];
        const sheets = [first, second].map((ticks) => attendanceChange(everyone, recorded, ticks));
        const resultOf = (order: typeof sheets) =>
          order.reduce((set, { added, removed }) => {
            for (const id of added) set.add(id);
            for (const id of removed) set.delete(id);
            return set;
          }, new Set<string>(recorded));
        const [one, other] = sheets as [(typeof sheets)[0], (typeof sheets)[0]];
        // Both start from the same ticks, so one cannot add whom the other takes away.
        expect(resultOf([one, other])).toEqual(resultOf([other, one]));
      }),
    );
  });
});
