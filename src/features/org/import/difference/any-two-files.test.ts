import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applied,
  faults,
  nothing,
  plan,
  withHands,
} from '../../../../../tests/support/import-plans';
import type { MembershipRole, UnitKind } from '../../schema';
import type { Finding, Roster } from '../roster';
import { rowsOf } from './plan';

describe('whatever two files say', () => {
  const key = (...names: string[]) => fc.constantFrom(...names);
  const days = ['2024-01-01', '2025-06-01', '2026-03-02', '2026-03-30', '2026-04-20'];
  const units = fc.uniqueArray(
    fc.record({
      key: key('t1', 't2', 'a', 'b', 'c', 'd', 'e'),
      line: fc.nat(99),
      kind: fc.constantFrom<UnitKind>(
        'TRIBE',
        'SQUAD',
        'CHAPTER',
        'GUILD',
        'SUBGUILD',
        'WORKING_GROUP',
      ),
      name: key('One', 'Two', 'Three'),
      parentKey: fc.option(key('t1', 't2', 'a', 'b', 'c'), { nil: null }),
      isOver: fc.boolean(),
      attributes: fc.constant({}),
    }),
    { selector: (one) => one.key, maxLength: 7 },
  );
  const people = fc.uniqueArray(
    fc.record(
      {
        key: key('p', 'q', 'r'),
        line: fc.nat(99),
        name: key('Ada', 'Bram'),
        attributes: fc.constant({}),
        leftOn: fc.constantFrom(...days, undefined, undefined, undefined) as fc.Arbitrary<string>,
      },
      { requiredKeys: ['key', 'line', 'name', 'attributes'] },
    ),
    { selector: (one) => one.key },
  );
  const memberships = fc.array(
    fc.record(
      {
        personKey: key('p', 'q', 'r', 'nobody'),
        unitKey: key('t1', 'a', 'b', 'c', 'd', 'e'),
        line: fc.nat(99),
        role: fc.constantFrom<MembershipRole>('MEMBER', 'LEAD', 'CHAPTER_LEAD', 'GUEST'),
        isPrimary: fc.boolean(),
        note: fc.constantFrom(null, 'Chair'),
        since: fc.constantFrom(...days),
        isOver: fc.boolean(),
      },
      { requiredKeys: ['personKey', 'unitKey', 'line', 'role', 'note', 'isOver'] },
    ),
    { maxLength: 10 },
  );
  const finding = fc.record(
    {
      kind: fc.constant('refused' as const),
      subject: fc.constant('file' as const),
      line: fc.nat(99),
      title: fc.constant(''),
      reason: fc.constant('?'),
      mentions: fc.constant<Finding['mentions']>({ people: ['p'], units: ['a'] }),
    },
    { requiredKeys: ['kind', 'subject', 'line', 'title', 'reason'] },
  );
  const roster = fc.record({
    people,
    units,
    memberships,
    schedules: fc.constant<Roster['schedules']>([]),
    findings: fc.array(finding, { maxLength: 1 }),
  });
  const hands = fc.array(
    fc.record({ pick: fc.nat(20), how: fc.constantFrom('left', 'guest', 'home') }),
    { maxLength: 3 },
  );

  it('each is applied once: planned again, nothing is left to write, and no invariant breaks', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(
        roster,
        roster,
        hands,
        fc.constantFrom(...days.slice(2)),
        (one, two, acts, asOf) => {
          const first = applied(nothing, one, '2026-03-02');
          expect(faults(first)).toEqual([]);
          expect(rowsOf(plan(first, one, '2026-03-02').writes)).toBe(0);
          expect(rowsOf(plan(first, one, asOf).writes)).toBe(0);
          const touched = withHands(first, acts, asOf);
          const second = applied(touched, two, asOf);
          expect(faults(second)).toEqual([]);
          const again = plan(second, two, asOf);
          expect(
            again.lines.filter(
              ({ outcome }) => !['untouched', 'notice', 'refused'].includes(outcome),
            ),
          ).toEqual([]);
          expect(rowsOf(again.writes)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
