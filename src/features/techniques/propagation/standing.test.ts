import { describe, expect, it } from 'vitest';
import { parseDay } from '@/foundation/days';
import type { AdoptionState } from './adoption';
import type { Adoption } from './journey';
import { standingInWords } from './standing';

const on = parseDay('2025-03-03') as Date;

const adoption = (name: string, ...states: AdoptionState[]): Adoption => ({
  id: name,
  squad: { id: name, slug: name, name },
  source: 'ORIGIN',
  sourceAdoptionId: null,
  adaptation: '',
  versionNumber: 1,
  firstOn: on,
  steps: states.map((to) => ({
    to,
    on,
    precision: 'DAY',
    recordedAt: on,
    by: null,
    reasonCode: null,
    note: '',
  })),
});

describe('where a technique stands, in one sentence', () => {
  it('names squads by what they said last, in the order of the alphabet', () => {
    expect(
      standingInWords([
        adoption('Search', 'TRIALLING', 'IN_PRODUCTION'),
        adoption('Mixes', 'IN_PRODUCTION', 'SUSTAINED'),
        adoption('Radio', 'ASSESSING'),
        adoption('Messaging', 'DECLINED'),
        adoption('Search and browse', 'IN_PRODUCTION', 'DISCONTINUED'),
      ]),
    ).toBe(
      'Mixes and Search have it in production; Radio is looking at it; Messaging said that it is not for them; Search and browse no longer uses it.',
    );
  });

  it('counts the rest when there are many', () => {
    const names = ['F', 'E', 'D', 'C', 'B', 'A'];
    expect(standingInWords(names.map((name) => adoption(name, 'TRIALLING')))).toBe(
      'A, B, C and 3 more are trying it.',
    );
  });

  it('says so when nobody has said anything', () => {
    expect(standingInWords([])).toBe('No other squad has said anything yet.');
  });
});
