import { describe, expect, it } from 'vitest';
import { parseDay } from '@/foundation/days';
import type { AdoptionState, Step } from './adoption';
import { describeSpan, gatherHeard, readClocks } from './weeks';

const day = (text: string) => parseDay(text) as Date;
const step = (to: AdoptionState, on: string): Step => ({ to, on: day(on) });
const today = day('2025-06-02');
const presentedOn = day('2025-01-06');

const clockOf = (heardOn: string | null, ...history: Step[]) => {
  const squad = { name: 'Radio' };
  const heard = { squad, heardOn: heardOn ? day(heardOn) : null, history };
  const [clock] = readClocks([heard], presentedOn, today);
  if (!clock) throw new Error('a squad has a clock');
  return clock;
};

describe('the two clocks', () => {
  it('a squad’s clock starts when it first heard of it, the technique’s when it was first presented', () => {
    const clock = clockOf(
      '2025-02-03',
      step('TRIALLING', '2025-03-03'),
      step('IN_PRODUCTION', '2025-03-31'),
    );
    expect(clock.sinceHeard).toEqual({ days: 56, isOpen: false });
    expect(clock.sincePresented).toEqual({ days: 84, isOpen: false });
  });

  it('both run on while it is not in production', () => {
    const clock = clockOf('2025-05-05', step('ASSESSING', '2025-05-12'));
    expect(clock.sinceHeard).toEqual({ days: 28, isOpen: true });
    expect(clock.sincePresented).toEqual({ days: 147, isOpen: true });
    expect(clockOf('2025-05-05').sinceHeard).toEqual({ days: 28, isOpen: true });
  });

  it('both stop for a squad that said it is not for them', () => {
    const clock = clockOf('2025-02-03', step('DECLINED', '2025-02-10'));
    expect(clock).toMatchObject({ sinceHeard: null, sincePresented: null, hasEnded: true });
  });

  it('a later end does not undo the day it went to production', () => {
    const clock = clockOf(
      '2025-02-03',
      step('IN_PRODUCTION', '2025-03-03'),
      step('DISCONTINUED', '2025-05-05'),
    );
    expect(clock.sinceHeard).toEqual({ days: 28, isOpen: false });
    expect(clock.hasEnded).toBe(false);
  });

  it('who ran it before hearing of it here was not brought to it by hearing', () => {
    const clock = clockOf('2025-02-03', step('IN_PRODUCTION', '2024-12-02'));
    expect(clock).toMatchObject({ sinceHeard: null, sincePresented: null });
    expect(clock.inProductionOn).toEqual(day('2024-12-02'));
  });

  it('a squad that never was where it was presented has no clock of its own', () => {
    expect(clockOf(null, step('TRIALLING', '2025-03-03')).sinceHeard).toBeNull();
  });

  it('lists squads as it reached them, and never by how fast they were', () => {
    const heard = (name: string, heardOn: string | null, ...history: Step[]) => ({
      squad: { name },
      heardOn: heardOn ? day(heardOn) : null,
      history,
    });
    const clocks = readClocks(
      [
        heard('Mixes', '2025-03-03', step('IN_PRODUCTION', '2025-03-04')),
        heard('Search', '2025-02-03'),
        heard('Radio', '2025-02-03', step('IN_PRODUCTION', '2025-05-26')),
        heard('Home', null, step('ASSESSING', '2025-01-13')),
      ],
      presentedOn,
      today,
    );
    expect(clocks.map(({ squad }) => squad.name)).toEqual(['Home', 'Radio', 'Search', 'Mixes']);
  });
});

describe('the squads it reached', () => {
  it('are each listed once, with the day on which they first heard', () => {
    const squad = (id: string) => ({ id, name: id });
    const said = [step('TRIALLING', '2025-03-03')];
    const heard = gatherHeard(
      [
        { squad: squad('radio'), at: new Date('2025-03-13T16:00:00Z') },
        { squad: squad('radio'), at: new Date('2025-02-13T16:00:00Z') },
        { squad: squad('mixes'), at: new Date('2025-02-13T16:00:00Z') },
      ],
      [
        { squad: squad('radio'), steps: said },
        { squad: squad('search'), steps: said },
      ],
    );
    expect(heard).toEqual([
      { squad: squad('radio'), heardOn: day('2025-02-13'), history: said },
      { squad: squad('search'), heardOn: null, history: said },
      { squad: squad('mixes'), heardOn: day('2025-02-13'), history: [] },
    ]);
  });
});

describe('a span in words', () => {
  it.each([
    [0, false, 'less than a week'],
    [6, false, 'less than a week'],
    [7, false, '1 week'],
    [41, false, '5 weeks'],
    [42, true, '6 weeks so far'],
    [3, true, 'less than a week so far'],
  ])('%i days', (days, isOpen, words) => {
    expect(describeSpan({ days, isOpen })).toBe(words);
  });
});
