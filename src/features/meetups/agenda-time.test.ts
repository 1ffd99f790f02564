import { describe, expect, it } from 'vitest';
import { agendaTime, agendaTimeInWords } from './agenda-time';

const meetup = {
  startsAt: new Date('2026-03-05T16:00:00Z'),
  endsAt: new Date('2026-03-05T17:30:00Z'),
};

describe('the time of an agenda', () => {
  it('each item begins when those before it are over', () => {
    const { startsAt } = agendaTime(meetup, [{ minutes: 10 }, { minutes: 45 }, { minutes: 20 }]);
    expect(startsAt.map((at) => at.toISOString().slice(11, 16))).toEqual([
      '16:00',
      '16:10',
      '16:55',
    ]);
  });

  it.each([
    [[30, 45], '75 of 90 minutes planned, 15 free.'],
    [[45, 45], '90 of 90 minutes planned.'],
    [[60, 45], '105 of 90 minutes planned: 15 too many.'],
    [[], '0 of 90 minutes planned, 90 free.'],
  ])('%j minutes: %s', (minutes, words) => {
    const items = minutes.map((each) => ({ minutes: each }));
    expect(agendaTimeInWords(agendaTime(meetup, items))).toBe(words);
  });
});
