import { beforeEach, describe, expect, it } from 'vitest';
import { editAttempt, recordAttempt } from '@/features/techniques/attempts/commands';
import {
  getAttempt,
  listAttempts,
  listAttemptsOfTechnique,
} from '@/features/techniques/attempts/queries';
import { editAttemptInput, recordAttemptInput } from '@/features/techniques/attempts/schema';
import { addEvidence, judgeEvidence } from '@/features/techniques/evidence/commands';
import { listEvidence } from '@/features/techniques/evidence/queries';
import { addEvidenceInput } from '@/features/techniques/evidence/schema';
import { listAttemptsForSearch } from '@/features/techniques/finding/queries';
import { listPeopleToAsk } from '@/features/techniques/propagation/acquaintances/queries';
import { gatherPeopleToAsk } from '@/features/techniques/propagation/people-to-ask';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { OrgUnitModel, PersonModel, TechniqueModel } from '@/foundation/prisma-client/models';
import {
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  aVisitor,
  contextOf,
  day,
  NOON,
  TODAY,
} from '../support/org';
import {
  anAdoption,
  anAttempt,
  anEvidence,
  aPresentation,
  aTechnique,
} from '../support/techniques';

let home: OrgUnitModel;
let radio: OrgUnitModel;
let bram: PersonModel;
let asBram: Context;
let technique: TechniqueModel;

beforeEach(async () => {
  home = await aSquad('Home');
  radio = await aSquad('Radio');
  bram = await aMemberOf(radio, 'Bram');
  asBram = await contextOf(bram);
  technique = await aTechnique(home, 'Shrunken counts');
});

const tried = (traits: Record<string, unknown> = {}) =>
  recordAttemptInput.parse({
    squadId: radio.id,
    title: 'Shrinking by mood',
    hypothesis: 'Moods are denser than genres.',
    outcome: 'FAILED',
    why: 'Moods are guessed from the same counts.',
    mayWorkWhen: 'Moods come from the audio itself.',
    endedOn: '2026-02-20',
    ...traits,
  });

const record = async (traits: Record<string, unknown> = {}) => {
  const recorded = await recordAttempt(asBram, tried(traits));
  if (!recorded.ok) throw new Error(recorded.reason);
  return recorded.attemptId;
};

describe('an attempt', () => {
  it('that failed is kept, found, and says when it may still work; no technique is needed', async () => {
    const id = await record();
    expect(await getAttempt(await aVisitor(), id)).toMatchObject({
      outcome: 'FAILED',
      mayWorkWhen: 'Moods come from the audio itself.',
      technique: null,
      squad: { name: 'Radio' },
      author: { name: 'Bram' },
      isMine: false,
      canEdit: false,
    });
    const [subject] = await listAttemptsForSearch(asBram, [id], null);
    expect(subject).toMatchObject({
      title: 'Shrinking by mood',
      subtitle: 'Attempt of Radio, did not work',
      address: `/techniques/attempts/${id}`,
    });
    expect(subject?.body).toContain('guessed from the same counts');
    const { items } = await listAttempts(asBram, { q: 'same counts', outcome: 'FAILED' });
    expect(items.map(({ id: found }) => found)).toContain(id);
    expect((await listAttempts(asBram, { q: '100%', squad: radio.slug })).items).toEqual([]);
  });

  it('stands with its technique when it belongs to one', async () => {
    const id = await record({ techniqueId: technique.id });
    const attempts = await listAttemptsOfTechnique(asBram, technique.id);
    expect(attempts).toMatchObject([{ id, technique: { title: 'Shrunken counts' } }]);
  });

  it('cannot have ended tomorrow', async () => {
    expect(await recordAttempt(asBram, tried({ endedOn: '2026-03-03' }))).toEqual({
      ok: false,
      reason: 'in-the-future',
    });
  });

  it('read part by part misses none and repeats none, also of one day', async () => {
    const many = await aSquad('Many');
    for (let number = 0; number < 55; number++) await anAttempt(many);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAttempts(asBram, { squad: many.slug, ...(after && { after }) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.nextCursor ?? undefined;
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([55, 55]);
  });
});

describe('an author who is not named', () => {
  it('is named to nobody else: not on the page, in lists, in the search, in facts, or as one to ask', async () => {
    const id = await record({ isAnonymous: 'on', techniqueId: technique.id });
    const colleague = await contextOf(await aMemberOf(radio, 'Zoe'));
    for (const context of [colleague, await anAdministrator(), await aVisitor()]) {
      expect(await getAttempt(context, id)).toMatchObject({ author: null, isMine: false });
      const read = JSON.stringify([
        await getAttempt(context, id),
        await listAttempts(context, { squad: radio.slug }),
        await listAttemptsOfTechnique(context, technique.id),
        await listAttemptsForSearch(context, [id], null),
        await listPeopleToAsk(context, technique.id),
        (
          await db.outboxEvent.findMany({ where: { payload: { path: ['attemptId'], equals: id } } })
        ).map(({ actorId, payload }) => ({ actorId, payload })),
      ]);
      for (const secret of [bram.id, bram.handle, 'Bram']) expect(read).not.toContain(secret);
    }
    expect(await getAttempt(asBram, id)).toMatchObject({
      author: { name: 'Bram' },
      isMine: true,
      isAnonymous: true,
    });
  });

  it('alone decides whether to be named; a colleague corrects the words only', async () => {
    const id = await record({ isAnonymous: 'on' });
    const correction = (isAnonymous?: string) =>
      editAttemptInput.parse({
        ...tried(),
        endedOn: '2026-02-20',
        attemptId: id,
        title: 'Corrected',
        isAnonymous,
      });
    await editAttempt(await contextOf(await aMemberOf(radio, 'Zoe')), correction());
    const visitor = await aVisitor();
    expect(await getAttempt(visitor, id)).toMatchObject({ title: 'Corrected', author: null });
    await editAttempt(asBram, { ...correction(), isAnonymous: false });
    expect(await getAttempt(visitor, id)).toMatchObject({ author: { name: 'Bram' } });
  });
});

describe('evidence', () => {
  const measured = (traits: Record<string, unknown> = {}) =>
    addEvidenceInput.parse({
      techniqueId: technique.id,
      squadId: radio.id,
      measuredOn: '2026-02-20',
      evidenceKind: 'AB_TEST',
      evidenceSummary: 'More new artists are heard.',
      metric: 'share of streams',
      baseline: '0.1',
      value: '0.12',
      intervalLow: '0.115',
      intervalHigh: '0.125',
      n: '40 000',
      ...traits,
    });

  it('is shown with its squad, its numbers, and whose result it repeats', async () => {
    const first = await anEvidence(technique, home, { on: '2026-01-05' });
    await addEvidence(asBram, measured({ replicatesId: first.id }));
    const [latest, earliest] = await listEvidence(asBram, technique.id);
    expect(latest).toMatchObject({
      squad: { name: 'Radio' },
      author: { name: 'Bram' },
      baseline: 0.1,
      value: 0.12,
      n: 40_000,
      replicatesSquadName: 'Home',
      canJudge: true,
    });
    expect(earliest).toMatchObject({ squad: { name: 'Home' }, canJudge: false });
  });

  it('repeats a result on the same technique only, and was not measured tomorrow', async () => {
    const other = await anEvidence(await aTechnique(home), home);
    expect(await addEvidence(asBram, measured({ replicatesId: other.id }))).toEqual({
      ok: false,
      reason: 'replicates-another-technique',
    });
    expect(await addEvidence(asBram, measured({ measuredOn: '2026-03-03' }))).toEqual({
      ok: false,
      reason: 'in-the-future',
    });
  });

  it('taken back stays visible with its reason, is announced, and cannot be stood by again', async () => {
    const evidence = await anEvidence(technique, radio);
    await judgeEvidence(asBram, evidence.id, 'DISPUTED', 'Zoe sees a leak.');
    await judgeEvidence(asBram, evidence.id, 'RETRACTED', 'The replay leaked the future.');
    expect(await listEvidence(asBram, technique.id)).toMatchObject([
      { status: 'RETRACTED', statusReason: 'The replay leaked the future.', canJudge: false },
    ]);
    expect(await judgeEvidence(asBram, evidence.id, 'CURRENT', 'After all.')).toEqual({
      ok: false,
      reason: 'already-retracted',
    });
    const facts = await db.outboxEvent.findMany({
      where: { actorId: bram.id },
      orderBy: { id: 'asc' },
    });
    expect(
      facts.map(({ name, payload }) => [name, (payload as { status: string }).status]),
    ).toEqual([
      ['evidence.doubted', 'DISPUTED'],
      ['evidence.doubted', 'RETRACTED'],
    ]);
  });

  it('with a number but without metric, baseline or n is refused by the database too', async () => {
    const bare = { techniqueId: technique.id, squadId: radio.id, kind: 'OFFLINE' as const };
    const row = { ...bare, summary: 'Up.', value: 0.4, measuredOn: day(TODAY), createdAt: NOON };
    await expect(db.evidence.create({ data: row })).rejects.toThrow(/evidence_numbers_are_whole/);
  });
});

describe('the people to ask', () => {
  const asked = async () =>
    gatherPeopleToAsk(await listPeopleToAsk(asBram, technique.id)).map(
      ({ person, squadToday, ways }) => [
        person.name,
        squadToday?.name ?? null,
        ways.map(({ how, squad }) => `${how} ${squad.name}`),
      ],
    );

  it('are those who wrote, presented, measured, tried or moved it, with where they work today', async () => {
    const ada = await aPerson('Ada');
    await aMembership(ada, home, { from: '2024-01-01', to: '2026-01-01' });
    await aMembership(ada, await aSquad('Mixes'), { from: '2026-01-01' });
    technique = await aTechnique(home, 'Asked about', { by: ada });
    const presentation = await aPresentation(technique);
    const wim = await aMemberOf(home, 'Wim');
    await db.presentation.update({
      where: { id: presentation.id },
      data: { presenterId: wim.id },
    });
    await anAdoption(technique, radio, [['TRIALLING', '2026-01-05']], { by: bram });
    await anAttempt(radio, { techniqueId: technique.id, by: await aMemberOf(radio, 'Ida') });
    expect(await asked()).toEqual([
      ['Ada', 'Mixes', ['WROTE Home']],
      ['Wim', 'Home', ['PRESENTED Home']],
      ['Bram', 'Radio', ['MOVED Radio']],
      ['Ida', 'Radio', ['TRIED Radio']],
    ]);
  });

  it('are still here: who has left is not offered', async () => {
    const gone = await aPerson('Gone', { leftOn: TODAY });
    const leaving = await aPerson('Leaving', { leftOn: '2026-03-03' });
    const ended = await aPerson('Ended', { deactivatedAt: NOON });
    for (const by of [gone, leaving, ended]) await anEvidence(technique, radio, { by });
    expect(await asked()).toEqual([['Leaving', null, ['MEASURED Radio']]]);
  });
});
