import { describe, expect, it } from 'vitest';
import { parseDay } from '@/foundation/days';
import { membershipHistory, type Recorded } from './membership-history';

const day = (text: string) => parseDay(text) as Date;

function row(id: string, more: Partial<Recorded> = {}): Recorded {
  return {
    id,
    unitId: 'radio',
    role: 'MEMBER',
    isPrimary: true,
    validFrom: day('2025-01-01'),
    validTo: null,
    endReason: null,
    note: null,
    recordedAt: day('2025-01-01'),
    recordedBy: 'Morgan',
    supersededAt: null,
    supersedesId: null,
    ...more,
  };
}

describe('the history of a membership', () => {
  it('a membership that was only given its end reads as ended', () => {
    const ended = row('b', { supersedesId: 'a', validTo: day('2025-06-01'), endReason: 'Moved' });
    const [entry] = membershipHistory([row('a', { supersededAt: day('2025-06-01') }), ended]);
    expect(entry?.row.id).toBe('b');
    expect(entry?.steps).toMatchObject([{ kind: 'ended', reason: 'Moved', by: 'Morgan' }]);
  });

  it('a corrected one tells what had been recorded, by whom and why', () => {
    const wrong = row('a', { supersededAt: day('2025-03-05') });
    const right = row('b', {
      supersedesId: 'a',
      validFrom: day('2025-02-01'),
      note: 'Began a month later',
      recordedAt: day('2025-03-05'),
      recordedBy: 'Ada',
    });
    const [entry] = membershipHistory([wrong, right]);
    expect(entry?.steps).toEqual([
      {
        kind: 'corrected',
        at: day('2025-03-05'),
        by: 'Ada',
        reason: 'Began a month later',
        was: wrong,
      },
    ]);
  });

  it('a withdrawn one is still told, as withdrawn', () => {
    const [entry] = membershipHistory([row('a', { supersededAt: day('2025-03-05') })]);
    expect(entry).toMatchObject({ withdrawnAt: day('2025-03-05'), steps: [] });
  });

  it('several corrections are told latest first, and each membership once', () => {
    const rows = [
      row('a', { supersededAt: day('2025-02-01') }),
      row('b', { supersedesId: 'a', supersededAt: day('2025-03-01'), note: 'first' }),
      row('c', { supersedesId: 'b', note: 'second' }),
      row('z', { unitId: 'mixes', validFrom: day('2025-09-01') }),
    ];
    const history = membershipHistory(rows);
    expect(history.map((entry) => entry.row.id)).toEqual(['z', 'c']);
    expect(history[1]?.steps.map(({ reason }) => reason)).toEqual(['second', 'first']);
  });
});
