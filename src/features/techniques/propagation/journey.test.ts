import { describe, expect, it } from 'vitest';
import { parseDay } from '@/foundation/days';
import type { AdoptionState } from './adoption';
import { type Adoption, type JourneyFacts, tellJourney } from './journey';

const day = (text: string) => parseDay(text) as Date;
const squad = (name: string) => ({ id: name, slug: name.toLowerCase(), name });
const ada = { handle: 'ada', name: 'Ada' };

const adoption = (name: string, ...steps: [AdoptionState, string][]): Adoption => ({
  id: `adoption-${name}`,
  squad: squad(name),
  source: 'ORIGIN',
  sourceAdoptionId: null,
  adaptation: '',
  versionNumber: 1,
  firstOn: day(steps[0]?.[1] ?? '2025-01-01'),
  steps: steps.map(([to, on]) => ({
    to,
    on: day(on),
    precision: 'DAY',
    recordedAt: day(on),
    by: null,
    reasonCode: null,
    note: '',
  })),
});

const facts = (traits: Partial<JourneyFacts> = {}): JourneyFacts => ({
  origin: { squad: squad('Home'), on: day('2025-01-06'), by: ada },
  versions: [{ number: 1, at: day('2025-01-20'), changeSummary: '', by: ada }],
  presentations: [],
  hearings: [],
  adoptions: [],
  retired: null,
  ...traits,
});

const kinds = (journey: ReturnType<typeof tellJourney>) => journey.map(({ kind }) => kind);

describe('the journey of a technique', () => {
  it('begins with the squad that solved it, and the first write-up is no news of its own', () => {
    expect(tellJourney(facts())).toEqual([
      { kind: 'began', on: day('2025-01-06'), squad: squad('Home'), by: ada },
    ]);
  });

  it('tells what happened in the order of time, whatever the order it was recorded in', () => {
    const journey = tellJourney(
      facts({
        versions: [
          { number: 2, at: new Date('2025-04-02T15:00:00Z'), changeSummary: 'Tail', by: ada },
          { number: 1, at: day('2025-01-20'), changeSummary: '', by: ada },
        ],
        presentations: [{ meetupId: 'm1', at: new Date('2025-02-13T16:00:00Z'), presenter: ada }],
        hearings: [
          { squad: squad('Radio'), at: day('2025-03-03'), channel: 'RECORDING', meetupId: null },
        ],
        adoptions: [
          adoption('Search', ['DECLINED', '2025-03-10']),
          adoption('Mixes', ['IDENTIFIED', '2025-02-14'], ['IN_PRODUCTION', '2025-05-01']),
        ],
        retired: { at: new Date('2025-06-02T08:00:00Z'), reason: 'The model it fed is gone.' },
      }),
    );
    expect(kinds(journey)).toEqual([
      'began',
      'presented',
      'moved',
      'heard',
      'moved',
      'revised',
      'moved',
      'retired',
    ]);
    expect(journey.map(({ on }) => on)).toEqual(
      journey.map(({ on }) => on).toSorted((a, b) => a.getTime() - b.getTime()),
    );
  });

  it('names with a presentation the squads that were there, once and in alphabetical order', () => {
    const hearing = (name: string) => ({
      squad: squad(name),
      at: new Date('2025-02-13T16:00:00Z'),
      channel: 'MEETUP' as const,
      meetupId: 'm1',
    });
    const journey = tellJourney(
      facts({
        presentations: [{ meetupId: 'm1', at: new Date('2025-02-13T16:00:00Z'), presenter: null }],
        hearings: [hearing('Search'), hearing('Mixes')],
      }),
    );
    expect(kinds(journey)).toEqual(['began', 'presented']);
    expect(journey[1]).toMatchObject({ heardBy: [squad('Mixes'), squad('Search')] });
  });

  it('on one day, hearing of it comes before taking it up, and steps stay as they were said', () => {
    const on = '2025-02-13';
    const journey = tellJourney(
      facts({
        presentations: [{ meetupId: 'm1', at: new Date(`${on}T16:00:00Z`), presenter: null }],
        adoptions: [adoption('Mixes', ['IDENTIFIED', on], ['TRIALLING', on])],
      }),
    );
    expect(journey.map((entry) => (entry.kind === 'moved' ? entry.step.to : entry.kind))).toEqual([
      'began',
      'presented',
      'IDENTIFIED',
      'TRIALLING',
    ]);
  });

  it('of two squads on one day, the one that said so first comes first', () => {
    const on = '2025-02-13';
    const [mixes, radio] = [
      adoption('Mixes', ['IDENTIFIED', on]),
      adoption('Radio', ['IDENTIFIED', on]),
    ];
    const said = mixes.steps[0];
    if (said) said.recordedAt = new Date(`${on}T17:00:00Z`);
    const journey = tellJourney(facts({ adoptions: [mixes, radio] }));
    expect(journey.flatMap((entry) => (entry.kind === 'moved' ? [entry.squad.name] : []))).toEqual([
      'Radio',
      'Mixes',
    ]);
  });

  it('knows a squad’s first word from its later ones', () => {
    const journey = tellJourney(
      facts({
        adoptions: [adoption('Mixes', ['IDENTIFIED', '2025-02-13'], ['TRIALLING', '2025-03-13'])],
      }),
    );
    expect(journey.flatMap((entry) => (entry.kind === 'moved' ? [entry.isFirst] : []))).toEqual([
      true,
      false,
    ]);
  });
});
