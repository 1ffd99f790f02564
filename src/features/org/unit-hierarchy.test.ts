import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitKinds } from './schema';
import {
  ancestorsOf,
  chapterRemark,
  childKindsOf,
  mayStandBeneath,
  type ParentLink,
  wouldMakeCycle,
} from './unit-hierarchy';

describe('what stands beneath what', () => {
  it.each([
    ['SQUAD', 'TRIBE', true],
    ['CHAPTER', 'TRIBE', true],
    ['SUBGUILD', 'GUILD', true],
    ['SUBGUILD', 'SUBGUILD', true],
    ['WORKING_GROUP', 'TRIBE', true],
    ['SQUAD', 'GUILD', false],
    ['SQUAD', 'SQUAD', false],
    ['GUILD', 'TRIBE', false],
    ['TRIBE', 'TRIBE', false],
  ] as const)('a %s beneath a %s: %s', (kind, parent, expected) => {
    expect(mayStandBeneath(kind, parent)).toBe(expected);
  });

  it('squads never stand beneath a guild, so no guild role reaches into one', () => {
    expect(childKindsOf('GUILD')).toEqual(['SUBGUILD', 'WORKING_GROUP']);
    for (const kind of unitKinds) expect(mayStandBeneath(kind, 'SQUAD')).toBe(false);
  });

  const links: ParentLink[] = [
    { unitId: 'ranking', parentId: 'guild' },
    { unitId: 'bandits', parentId: 'ranking' },
  ];

  it('the units above one are told nearest first', () => {
    expect(ancestorsOf('bandits', links)).toEqual(['ranking', 'guild']);
    expect(ancestorsOf('guild', links)).toEqual([]);
  });

  it('a unit cannot be put beneath itself or beneath what is in it', () => {
    expect(wouldMakeCycle('ranking', 'ranking', links)).toBe(true);
    expect(wouldMakeCycle('ranking', 'bandits', links)).toBe(true);
    expect(wouldMakeCycle('bandits', 'guild', links)).toBe(false);
  });

  it('links that each passed the check never form a circle', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const link = fc.record({
      unitId: fc.constantFrom(...ids),
      parentId: fc.constantFrom(...ids),
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 25 }), (wished) => {
        const accepted: ParentLink[] = [];
        for (const wish of wished) {
          const others = accepted.filter(({ unitId }) => unitId !== wish.unitId);
          if (wouldMakeCycle(wish.unitId, wish.parentId, others)) continue;
          accepted.splice(0, accepted.length, ...others, wish);
        }
        for (const id of ids) expect(ancestorsOf(id, accepted)).not.toContain(id);
      }),
    );
  });
});

describe('a chapter and a squad of one person', () => {
  const squad = { name: 'Radio', tribeId: 'discovery' };

  it('belong to one tribe', () => {
    expect(chapterRemark(squad, [{ name: 'Data science', tribeId: 'discovery' }])).toBeNull();
    expect(chapterRemark(squad, [{ name: 'Data science', tribeId: 'listeners' }])).toContain(
      'Data science belongs to another tribe',
    );
  });

  it('are not compared when one of them stands in no tribe', () => {
    expect(chapterRemark(squad, [{ name: 'Free', tribeId: null }])).toBeNull();
    expect(chapterRemark(null, [{ name: 'Free', tribeId: 'listeners' }])).toBeNull();
  });
});
