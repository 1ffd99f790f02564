import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listTechniques } from '@/features/techniques/catalogue/queries';
import { techniqueFilterInput } from '@/features/techniques/catalogue/schema';
import {
  recordTechnique,
  retireTechnique,
  reviseTechnique,
  reviveTechnique,
} from '@/features/techniques/commands';
import { listTechniquesForSearch } from '@/features/techniques/finding/queries';
import { getTechnique, listVersions } from '@/features/techniques/queries';
import { NONE_FOUND } from '@/features/techniques/readiness';
import { relateTechniques, removeRelation } from '@/features/techniques/relations/commands';
import { listRelated } from '@/features/techniques/relations/queries';
import { recordTechniqueInput, reviseTechniqueInput } from '@/features/techniques/schema';
import { stages } from '@/features/techniques/stage';
import type { Context } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden, NotFound } from '@/foundation/errors';
import type { OrgUnitModel } from '@/foundation/prisma-client/models';
import { emptyDatabase } from '../support/database';
import {
  aMemberOf,
  anAdministrator,
  aSquad,
  aTribe,
  aVisitor,
  contextOf,
  day,
  NOON,
} from '../support/org';
import {
  anAdoption,
  aPresentation,
  aTechnique,
  completeWriteUp,
  racing,
} from '../support/techniques';

let home: OrgUnitModel;
let asAda: Context;

beforeEach(async () => {
  home = await aSquad('Home');
  asAda = await contextOf(await aMemberOf(home, 'Ada'));
});

const written = (traits: Record<string, unknown> = {}) =>
  recordTechniqueInput.parse({
    squadId: home.id,
    title: 'Shrunken counts',
    summary: 'Rare things rank fairly.',
    originOn: '2025-06-02',
    ...completeWriteUp,
    ...traits,
  });

const rewritten = (
  techniqueId: string,
  baseVersion: number,
  traits: Record<string, unknown> = {},
) =>
  reviseTechniqueInput.parse({
    techniqueId,
    baseVersion,
    changeSummary: 'Said what the tail needs.',
    title: 'Shrunken counts',
    originOn: '2025-06-02',
    ...completeWriteUp,
    ...traits,
  });

describe('writing down a technique', () => {
  it('a draft of the squad, dated by when it was solved, opens at an address of its own', async () => {
    const { slug } = await recordTechnique(asAda, written());
    expect(slug).toMatch(/^shrunken-counts/);
    expect(await getTechnique(asAda, slug)).toMatchObject({
      title: 'Shrunken counts',
      originOn: day('2025-06-02'),
      originSquad: { name: 'Home' },
      author: { name: 'Ada' },
      stage: 'DRAFT',
      version: { number: 1, problem: completeWriteUp.problem },
      missing: [],
      canEdit: true,
    });
  });

  it('a draft may leave open what failed; marking “none found” says it', async () => {
    const { slug } = await recordTechnique(
      asAda,
      written({ failedApproaches: '', dataChallenges: '', dataChallengesNone: 'on' }),
    );
    const technique = await getTechnique(asAda, slug);
    expect(technique?.missing).toEqual(['failedApproaches']);
    expect(technique?.version.dataChallenges).toBe(NONE_FOUND);
    const kept = written({ failedApproaches: 'Cut-offs.', failedApproachesNone: 'on' });
    expect(kept.failedApproaches).toBe('Cut-offs.');
  });

  it('the same title twice, even at the same moment, gives two addresses', async () => {
    const record = () => recordTechnique(asAda, written());
    const recorded = await racing('Technique', record, record, record);
    expect(new Set(recorded.map(({ slug }) => slug)).size).toBe(3);
    const taken = await recordTechnique(asAda, written({ title: 'Attempts' }));
    expect(taken.slug).toBe('attempts-2');
  });

  it('is for the squad that learnt it, or an administrator for them', async () => {
    const other = await contextOf(await aMemberOf(await aSquad('Radio'), 'Bram'));
    await expect(recordTechnique(other, written())).rejects.toThrow(Forbidden);
    expect(await recordTechnique(await anAdministrator(), written())).toHaveProperty('slug');
    const tribe = await aTribe();
    await expect(
      recordTechnique(await anAdministrator(), written({ squadId: tribe.id })),
    ).rejects.toThrow(NotFound);
  });

  it.each([
    ['no title', { title: '  ' }, 'title'],
    ['no problem', { problem: '' }, 'problem'],
    ['no approach', { approach: '' }, 'approach'],
    ['a day that does not exist', { originOn: '2025-02-30' }, 'originOn'],
  ])('with %s it is refused beside the field', (_what, sent, field) => {
    const input = { squadId: 's', title: 'T', originOn: '2025-06-02', ...completeWriteUp, ...sent };
    const parsed = recordTechniqueInput.safeParse(input);
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('an edit', () => {
  it('is a new version that says what changed; the one before stays readable', async () => {
    const { techniqueId, slug } = await recordTechnique(asAda, written());
    const again = rewritten(techniqueId, 1, { problem: 'Rare tracks vanish.', title: 'Shrinkage' });
    expect(await reviseTechnique(asAda, again)).toMatchObject({ ok: true, slug, number: 2 });
    expect(await getTechnique(asAda, slug)).toMatchObject({
      title: 'Shrinkage',
      version: { number: 2, problem: 'Rare tracks vanish.' },
    });
    expect((await getTechnique(asAda, slug, 1))?.version.problem).toBe(completeWriteUp.problem);
    expect(await getTechnique(asAda, slug, 9)).toBeNull();
    expect(await listVersions(asAda, techniqueId)).toMatchObject([
      { number: 2, changeSummary: 'Said what the tail needs.', by: { name: 'Ada' } },
      { number: 1, changeSummary: '' },
    ]);
  });

  it('of two written on the same version one is kept and the other is told', async () => {
    const { techniqueId } = await recordTechnique(asAda, written());
    const revise = (problem: string) => () =>
      reviseTechnique(asAda, rewritten(techniqueId, 1, { problem }));
    const results = await racing('TechniqueVersion', revise('one'), revise('two'));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'revised-meanwhile' });
    expect(await listVersions(asAda, techniqueId)).toHaveLength(2);
  });

  it('never rewrites a version, not even in the database', async () => {
    const { techniqueId } = await recordTechnique(asAda, written());
    const rewrite = db.techniqueVersion.updateMany({
      where: { techniqueId },
      data: { problem: 'Another' },
    });
    await expect(rewrite).rejects.toThrow(/append_only/);
  });

  it('goes on in the squads that carry on a squad that is gone', async () => {
    const gone = await aSquad('Listening', { to: '2026-01-01' });
    const heir = await aSquad('Mixes');
    await db.unitSuccession.create({
      data: {
        kind: 'MERGE',
        predecessorId: gone.id,
        successorId: heir.id,
        effectiveOn: day('2026-01-01'),
        recordedAt: NOON,
      },
    });
    const technique = await aTechnique(gone);
    const mia = await contextOf(await aMemberOf(heir, 'Mia'));
    expect(await reviseTechnique(mia, rewritten(technique.id, 1))).toMatchObject({ ok: true });
    await expect(reviseTechnique(asAda, rewritten(technique.id, 2))).rejects.toThrow(Forbidden);
  });
});

describe('the end of a technique', () => {
  it('is told with its reason, and can be taken back', async () => {
    const technique = await aTechnique(home);
    await retireTechnique(asAda, technique.id, 'What it fed is gone.');
    await retireTechnique(asAda, technique.id, 'Said twice.');
    expect(await getTechnique(asAda, technique.slug)).toMatchObject({
      stage: 'RETIRED',
      retired: { at: NOON, reason: 'What it fed is gone.' },
    });
    await reviveTechnique(asAda, technique.id);
    expect(await getTechnique(asAda, technique.slug)).toMatchObject({ retired: null });
    const trail = await db.auditEntry.findMany({
      where: { subjectId: technique.id },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ action }) => action)).toEqual(['technique.retired', 'technique.revived']);
  });
});

describe('how techniques relate', () => {
  const relation = (
    fromId: string,
    kind: 'ADAPTS' | 'SUPERSEDES' | 'CONTRADICTS',
    toId: string,
  ) => ({
    fromId,
    toId,
    kind,
  });

  it('both name each other, each from its own end', async () => {
    const [base, grown] = [await aTechnique(home, 'Base'), await aTechnique(home, 'Grown')];
    await relateTechniques(asAda, { ...relation(grown.id, 'ADAPTS', base.id), note: 'By mood.' });
    expect(await listRelated(asAda, base.id)).toMatchObject([
      { kind: 'ADAPTS', isOutgoing: false, technique: { title: 'Grown' }, note: 'By mood.' },
    ]);
    expect(await listRelated(asAda, grown.id)).toMatchObject([
      { kind: 'ADAPTS', isOutgoing: true, technique: { title: 'Base' } },
    ]);
    await removeRelation(asAda, relation(grown.id, 'ADAPTS', base.id));
    expect(await listRelated(asAda, base.id)).toEqual([]);
  });

  it('never lead round in a circle, in the database neither; contradictions may', async () => {
    const [a, b] = [await aTechnique(home), await aTechnique(home)];
    await relateTechniques(asAda, { ...relation(b.id, 'ADAPTS', a.id), note: '' });
    const back = { ...relation(a.id, 'ADAPTS', b.id), note: '' };
    expect(await relateTechniques(asAda, back)).toEqual({ ok: false, reason: 'circle' });
    await expect(db.techniqueRelation.create({ data: back })).rejects.toThrow(/circle/);
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const contradiction = { ...relation(from.id, 'CONTRADICTS', to.id), note: '' };
      expect(await relateTechniques(asAda, contradiction)).toEqual({ ok: true });
    }
  });

  it('two that would close a circle between them at the same moment: one is refused', async () => {
    const [a, b] = [await aTechnique(home), await aTechnique(home)];
    const relate = (from: string, to: string) => () =>
      relateTechniques(asAda, { ...relation(from, 'ADAPTS', to), note: '' });
    const results = await racing('TechniqueRelation', relate(a.id, b.id), relate(b.id, a.id));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('that it is superseded is said by the squad it belongs to, not by the one that offers another', async () => {
    const radio = await aSquad('Radio');
    const asBram = await contextOf(await aMemberOf(radio, 'Bram'));
    const [ours, theirs] = [await aTechnique(home, 'Ours'), await aTechnique(radio, 'Theirs')];
    const superseded = { ...relation(theirs.id, 'SUPERSEDES', ours.id), note: '' };
    await expect(relateTechniques(asBram, superseded)).rejects.toThrow(Forbidden);
    expect(await relateTechniques(asAda, superseded)).toEqual({ ok: true });
    expect(await getTechnique(asAda, ours.slug)).toMatchObject({ stage: 'SUPERSEDED' });
    const adapted = { ...relation(theirs.id, 'ADAPTS', ours.id), note: '' };
    await expect(relateTechniques(asAda, adapted)).rejects.toThrow(Forbidden);
  });
});

describe('the list of techniques', () => {
  let radio: OrgUnitModel;
  let origin: OrgUnitModel;

  beforeAll(async () => {
    await emptyDatabase();
    const tribe = await aTribe('Discovery', { slug: 'discovery' });
    origin = await aSquad('Origin', { slug: 'origin', within: tribe });
    const elsewhere = await aSquad('Elsewhere', { slug: 'elsewhere' });
    radio = await aSquad('Radio', { slug: 'radio' });
    const at = (days: number) => ({ updatedAt: addDays(NOON, -days) });
    const draft = await aTechnique(origin, 'Draft', at(1));
    const presented = await aTechnique(origin, 'Presented', at(2));
    await aPresentation(presented);
    const adopted = await aTechnique(origin, 'Adopted', at(3));
    await aPresentation(adopted);
    await anAdoption(adopted, radio, [['IN_PRODUCTION', '2026-01-05']]);
    const dropped = await aTechnique(elsewhere, 'Dropped 100% of the time', at(4));
    await anAdoption(dropped, radio, [
      ['IN_PRODUCTION', '2026-01-05'],
      ['DISCONTINUED', '2026-02-05', 'NO_NEED'],
    ]);
    const tried = await aTechnique(elsewhere, 'Tried', at(5));
    await anAdoption(tried, radio, [['TRIALLING', '2026-01-05']]);
    const general = await aTechnique(origin, 'General', at(6));
    const special = await aTechnique(origin, 'Special', at(7));
    const old = await aTechnique(origin, 'Old', at(8));
    await db.techniqueRelation.createMany({
      data: [
        { fromId: general.id, toId: special.id, kind: 'GENERALISES' },
        { fromId: special.id, toId: old.id, kind: 'SUPERSEDES' },
        { fromId: draft.id, toId: old.id, kind: 'CONTRADICTS' },
      ],
    });
    const retired = await aTechnique(origin, 'Retired', at(9));
    await db.technique.updateMany({
      where: { id: { in: [retired.id, old.id] } },
      data: { retiredAt: NOON, retiredReason: 'Over.' },
    });
  });

  const titles = async (query: Record<string, string> = {}) => {
    const page = await listTechniques(await aVisitor(), techniqueFilterInput.parse(query));
    return page.items.map(({ title }) => title);
  };

  it('shows those with news first', async () => {
    expect(await titles()).toEqual([
      'Draft',
      'Presented',
      'Adopted',
      'Dropped 100% of the time',
      'Tried',
      'General',
      'Special',
      'Old',
      'Retired',
    ]);
  });

  it.each([
    [{ stage: 'DRAFT' }, ['Draft', 'Tried', 'General']],
    [{ stage: 'PRESENTED' }, ['Presented']],
    [{ stage: 'ADAPTED_BY_OTHERS' }, ['Adopted', 'Dropped 100% of the time']],
    [{ stage: 'GENERALISED' }, ['Special']],
    [{ stage: 'RETIRED' }, ['Retired']],
    [{ stage: 'SUPERSEDED' }, ['Old']],
    [{ from: 'elsewhere' }, ['Dropped 100% of the time', 'Tried']],
    [{ from: 'discovery', stage: 'PRESENTED' }, ['Presented']],
    [{ usedBy: 'radio' }, ['Adopted']],
    [{ q: 'elsewhere tried' }, ['Tried']],
    [{ q: '100%' }, ['Dropped 100% of the time']],
    [{ q: '100_' }, []],
    [{ from: 'nowhere' }, []],
    [{ stage: 'NO_SUCH_STAGE', after: 'nonsense', usedBy: 'radio' }, ['Adopted']],
  ] as [Record<string, string>, string[]][])('filtered by %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('and the page of each technique agree on its stage', async () => {
    const visitor = await aVisitor();
    const { items } = await listTechniques(visitor, {});
    expect(new Set(items.map(({ stage }) => stage))).toEqual(new Set(stages));
    for (const { slug, stage } of items) {
      expect(await getTechnique(visitor, slug)).toMatchObject({ stage });
    }
  });

  it('says who uses it and how many are trying it', async () => {
    const { items } = await listTechniques(await aVisitor(), {});
    const said = Object.fromEntries(items.map((line) => [line.title, line]));
    expect(said.Adopted).toMatchObject({ usedBy: ['Radio'], tryingCount: 0 });
    expect(said.Tried).toMatchObject({ usedBy: [], tryingCount: 1 });
  });

  it('read part by part misses none and repeats none, also of one instant', async () => {
    const many = await aSquad('Many', { slug: 'many' });
    for (let number = 0; number < 60; number++) await aTechnique(many, `Number ${number}`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listTechniques(await aVisitor(), {
        from: 'many',
        ...(after && { after }),
      });
      seen.push(...page.items.map(({ title }) => title));
      after = page.nextCursor ?? undefined;
    } while (after);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });
});

describe('techniques in the search', () => {
  it('are found by every word of their write-up, all or those asked for', async () => {
    const technique = await aTechnique(home, 'Findable', {
      failedApproaches: 'Cut-offs hid artists.',
    });
    const [subject] = await listTechniquesForSearch(asAda, [technique.id], null);
    expect(subject).toMatchObject({
      subjectId: technique.id,
      title: 'Findable',
      subtitle: 'Technique of Home',
      address: `/techniques/${technique.slug}`,
      unitId: home.id,
    });
    expect(subject?.body).toContain('Cut-offs hid artists.');
    expect(await listTechniquesForSearch(asAda, [], null)).toEqual([]);
    const all = await listTechniquesForSearch(asAda, null, null);
    expect(all.map(({ subjectId }) => subjectId)).toEqual(
      all.map(({ subjectId }) => subjectId).toSorted(),
    );
    const last = all.at(-1)?.subjectId ?? '';
    expect(await listTechniquesForSearch(asAda, null, last)).toEqual([]);
  });
});
