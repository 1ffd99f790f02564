import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadsInACircle, type Relation, type RelationKind, relationKinds } from './circles';

const relation = (fromId: string, kind: RelationKind, toId: string): Relation => ({
  fromId,
  kind,
  toId,
});

describe('how techniques relate', () => {
  const known = [relation('b', 'DERIVED_FROM', 'a'), relation('c', 'ADAPTS', 'b')];

  it('nothing is derived from what is derived from it, by whatever way', () => {
    expect(leadsInACircle(known, relation('a', 'GENERALISES', 'c'))).toBe(true);
    expect(leadsInACircle(known, relation('a', 'ADAPTS', 'b'))).toBe(true);
    expect(leadsInACircle(known, relation('a', 'ADAPTS', 'a'))).toBe(true);
  });

  it('what leads the same way as before is welcome', () => {
    expect(leadsInACircle(known, relation('c', 'COMBINES', 'a'))).toBe(false);
    expect(leadsInACircle(known, relation('d', 'SUPERSEDES', 'c'))).toBe(false);
  });

  it('two techniques may contradict each other, and that blocks no other relation', () => {
    expect(leadsInACircle(known, relation('a', 'CONTRADICTS', 'c'))).toBe(false);
    const disputed = [relation('a', 'CONTRADICTS', 'b')];
    expect(leadsInACircle(disputed, relation('b', 'DERIVED_FROM', 'a'))).toBe(false);
  });

  it('adding only what is allowed always leaves an order without circles', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const any = fc.record({ fromId: name, toId: name, kind: fc.constantFrom(...relationKinds) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (tries) => {
        const kept: Relation[] = [];
        for (const tried of tries) if (!leadsInACircle(kept, tried)) kept.push(tried);
        const oneWay = kept.filter(({ kind }) => kind !== 'CONTRADICTS');
        // Taking away techniques that nothing leads to must take away all of them.
        let left = new Set(oneWay.flatMap(({ fromId, toId }) => [fromId, toId]));
        for (let before = -1; before !== left.size; ) {
          before = left.size;
          const targets = oneWay.filter(({ fromId }) => left.has(fromId)).map(({ toId }) => toId);
          left = new Set([...left].filter((id) => targets.includes(id)));
        }
        expect(left.size).toBe(0);
      }),
    );
  });
});
