import { describe, expect, it } from 'vitest';
import { marginDate, monthInWords, onTwoClocks, spanInWords } from './meeting-time';

const evening = {
  startsAt: new Date('2026-03-05T16:00:00Z'),
  endsAt: new Date('2026-03-05T17:30:00Z'),
};

describe('the time of a meeting in words', () => {
  it('says day and hours once, with the zone', () => {
    expect(spanInWords(evening, 'Europe/Lisbon')).toBe('Thursday 5 March 2026, 16:00–17:30 WET');
  });

  it('over midnight says both days', () => {
    expect(spanInWords(evening, 'Asia/Tokyo')).toMatch(/Friday 6 March 2026, 01:00–02:30/);
    const late = { ...evening, endsAt: new Date('2026-03-06T00:30:00Z') };
    expect(spanInWords(late, 'Europe/Lisbon')).toMatch(/5 March.*6 March/);
  });

  it('the meeting’s own hours stand beside the reader’s only where they differ', () => {
    expect(onTwoClocks(evening, 'Europe/London', 'Europe/Lisbon').there).toBeNull();
    expect(onTwoClocks(evening, 'Africa/Nairobi', 'Europe/Lisbon')).toMatchObject({
      here: expect.stringMatching(/19:00–20:30/),
      there: '16:00–17:30 WET',
    });
  });

  it('with the weekday where even the day differs', () => {
    expect(onTwoClocks(evening, 'Asia/Tokyo', 'Europe/Lisbon').there).toMatch(
      /^Thursday,? 16:00–17:30 WET$/,
    );
  });

  it('a list shows day and hour by the reader’s clock', () => {
    expect(marginDate(evening.startsAt, 'Asia/Tokyo')).toEqual({ day: 'Fri 6 Mar', time: '01:00' });
    expect(monthInWords(evening.startsAt, 'UTC')).toBe('March 2026');
  });
});
