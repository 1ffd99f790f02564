import { beforeEach, describe, expect, it } from 'vitest';
import { techniqueEvents } from '@/features/techniques/events';
import { isBackDated } from '@/features/techniques/propagation/adoption';
import { moveAdoption } from '@/features/techniques/propagation/commands';
import { listAdoptions } from '@/features/techniques/propagation/queries';
import { moveAdoptionInput } from '@/features/techniques/propagation/schema';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { conflictOf, Forbidden, NotFound } from '@/foundation/errors';
import type { OrgUnitModel, PersonModel, TechniqueModel } from '@/foundation/prisma-client/models';
import {
  aMemberOf,
  aMembership,
  aPerson,
  aSquad,
  contextOf,
  day,
  NOON,
  TODAY,
} from '../support/org';
import { anAdoption, anEvidence, aTechnique, racing, word } from '../support/techniques';

let home: OrgUnitModel;
let radio: OrgUnitModel;
let bram: PersonModel;
let technique: TechniqueModel;

beforeEach(async () => {
  home = await aSquad('Home');
  radio = await aSquad('Radio');
  bram = await aMemberOf(radio, 'Bram');
  technique = await aTechnique(home, 'Shrunken counts');
});

const stepsOf = async (squad: OrgUnitModel) => {
  const adoptions = await listAdoptions(await contextOf(bram), technique.id);
  return adoptions.find(({ squad: { id } }) => id === squad.id)?.steps.map(({ to }) => to) ?? [];
};

describe('a squad’s word on a technique', () => {
  it('travels from a use seen to production, step by step, and each step stays', async () => {
    const context = await contextOf(bram);
    const at = (days: number) => ({ occurredOn: addDays(day(TODAY), days) });
    const say = (to: Parameters<typeof word>[2], after: number, days: number) =>
      moveAdoption(context, word(technique, radio, to, { after, ...at(days) }));
    expect(await say('IDENTIFIED', 0, -60)).toMatchObject({ ok: true });
    expect(await say('TRIALLING', 1, -40)).toMatchObject({ ok: true });
    expect(await say('IN_PRODUCTION', 2, -3)).toMatchObject({ ok: true });

    const [adoption] = await listAdoptions(context, technique.id);
    expect(adoption).toMatchObject({
      squad: { name: 'Radio' },
      firstOn: addDays(day(TODAY), -60),
      steps: [{ to: 'IDENTIFIED' }, { to: 'TRIALLING' }, { to: 'IN_PRODUCTION' }],
    });
    expect(adoption?.steps.every(({ by }) => by?.name === 'Bram')).toBe(true);
    expect(adoption?.steps.map(({ on, recordedAt }) => isBackDated(on, recordedAt))).toEqual([
      true,
      true,
      false,
    ]);
    const row = await db.adoption.findFirstOrThrow({ where: { squadId: radio.id } });
    expect(row).toMatchObject({ state: 'IN_PRODUCTION', lastOn: addDays(day(TODAY), -3) });
  });

  it('is announced with what it was before and what it is now', async () => {
    await moveAdoption(await contextOf(bram), word(technique, radio, 'ASSESSING'));
    const facts = await db.outboxEvent.findMany({ where: { actorId: bram.id } });
    expect(facts.map(({ name }) => name)).toEqual(['adoption.moved']);
    const payload = techniqueEvents['adoption.moved'].parse(facts[0]?.payload);
    expect(payload).toMatchObject({ squadId: radio.id, from: null, to: 'ASSESSING' });
  });

  it('is refused with a reason when it does not follow, and then nothing is written', async () => {
    const context = await contextOf(bram);
    const refused = async (input: ReturnType<typeof word>) => {
      const result = await moveAdoption(context, input);
      return result.ok ? 'done' : result.reason;
    };
    expect(await refused(word(technique, radio, 'SUSTAINED'))).toBe('not-a-step');
    const tomorrow = { occurredOn: addDays(day(TODAY), 1) };
    expect(await refused(word(technique, radio, 'IDENTIFIED', tomorrow))).toBe('in-the-future');
    const bare = { evidenceSummary: '' };
    expect(await refused(word(technique, radio, 'IN_PRODUCTION', bare))).toBe('needs-evidence');
    expect(await refused(word(technique, radio, 'DECLINED', { reasonCode: null }))).toBe(
      'needs-reason',
    );
    expect(await db.adoption.count({ where: { techniqueId: technique.id } })).toBe(0);
    expect(await db.evidence.count({ where: { techniqueId: technique.id } })).toBe(0);
  });

  it('is today’s also where today has begun earlier than in UTC', async () => {
    const mei = await aPerson('Mei', { timeZone: 'Asia/Tokyo' });
    await aMembership(mei, radio);
    const context = await contextOf(mei, { now: new Date(`${TODAY}T20:00:00Z`) });
    const occurredOn = addDays(day(TODAY), 1);
    const said = await moveAdoption(context, word(technique, radio, 'IDENTIFIED', { occurredOn }));
    expect(said).toMatchObject({ ok: true });
  });

  it('“not for us” is kept with its reason and words, and the squad may come back to it', async () => {
    const context = await contextOf(bram);
    await moveAdoption(
      context,
      word(technique, radio, 'DECLINED', {
        reasonCode: 'NO_CAPACITY',
        note: 'Two of us until May.',
      }),
    );
    const [adoption] = await listAdoptions(context, technique.id);
    expect(adoption?.steps[0]).toMatchObject({
      to: 'DECLINED',
      reasonCode: 'NO_CAPACITY',
      note: 'Two of us until May.',
    });
    const again = word(technique, radio, 'TRIALLING', {
      after: 1,
      note: 'There are four of us now.',
    });
    expect(await moveAdoption(context, again)).toMatchObject({ ok: true });
    expect(await stepsOf(radio)).toEqual(['DECLINED', 'TRIALLING']);
  });

  it('that it lasted needs 90 days in production, in the database too', async () => {
    const inUse = await anAdoption(technique, radio, [['IN_PRODUCTION', '2025-12-10']]);
    const context = await contextOf(bram);
    const sustain = (occurredOn: string) =>
      moveAdoption(
        context,
        word(technique, radio, 'SUSTAINED', { after: 1, occurredOn: day(occurredOn) }),
      );
    expect(await sustain('2026-03-01')).toMatchObject({ ok: false, reason: 'too-soon-to-sustain' });
    const direct = db.adoptionEvent.create({
      data: {
        adoptionId: inUse.id,
        sequence: 2,
        fromState: 'IN_PRODUCTION',
        toState: 'SUSTAINED',
        occurredOn: day('2026-03-01'),
        recordedAt: NOON,
      },
    });
    await expect(direct).rejects.toThrow(/adoption_sustained_after_90_days|90 days/);
  });
});

describe('evidence for going to production', () => {
  it('told in the same form becomes the squad’s own evidence', async () => {
    const input = word(technique, radio, 'IN_PRODUCTION', {
      evidenceKind: 'AB_TEST',
      evidenceSummary: 'More new artists are heard.',
      metric: 'share of streams',
      baseline: 0.1,
      value: 0.12,
      n: 40_000,
    });
    await moveAdoption(await contextOf(bram), input);
    const evidence = await db.evidence.findMany({ where: { techniqueId: technique.id } });
    expect(evidence).toMatchObject([
      { squadId: radio.id, authorId: bram.id, value: 0.12, measuredOn: day(TODAY) },
    ]);
  });

  it('may be one the squad gave before, but not another squad’s and not one taken back', async () => {
    const context = await contextOf(bram);
    const own = await anEvidence(technique, radio);
    const theirs = await anEvidence(technique, home);
    const say = (evidenceId: string, after = 0) =>
      moveAdoption(
        context,
        word(technique, radio, 'IN_PRODUCTION', { evidenceId, evidenceSummary: '', after }),
      );
    expect(await say(theirs.id)).toMatchObject({ ok: false, reason: 'needs-evidence' });
    await db.evidence.update({
      where: { id: own.id },
      data: { status: 'RETRACTED', statusReason: 'A leak in the replay.' },
    });
    expect(await say(own.id)).toMatchObject({ ok: false, reason: 'needs-evidence' });
    const again = await anEvidence(technique, radio);
    expect(await say(again.id)).toMatchObject({ ok: true });
  });

  it.each([
    ['a number without metric, baseline and n', { value: '0.4' }, ['metric', 'baseline', 'n']],
    ['no words', { evidenceSummary: '' }, ['evidenceSummary']],
    ['a script for an address', { url: 'javascript:alert(1)' }, ['url']],
    ['something that is no number', { value: 'much' }, ['value']],
    ['adapted without saying how', { changed: 'ADAPTED' }, ['adaptation']],
  ])('%s is refused beside the field', (_what, sent, fields) => {
    const parsed = moveAdoptionInput.safeParse({
      techniqueId: 't',
      squadId: 's',
      after: '2',
      to: 'IN_PRODUCTION',
      occurredOn: TODAY,
      evidenceSummary: 'It runs.',
      ...sent,
    });
    const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
    expect(wrong).toEqual(expect.arrayContaining(fields));
  });
});

describe('two members who speak at once', () => {
  const everySaying = (results: Awaited<ReturnType<typeof moveAdoption>>[]) => ({
    done: results.filter(({ ok }) => ok).length,
    refused: results.flatMap((result) => (result.ok ? [] : [result.reason])),
  });

  it('for the first time: one word is recorded, the other is told what was said', async () => {
    const zoe = await contextOf(await aMemberOf(radio, 'Zoe'));
    const asBram = await contextOf(bram);
    const results = await racing(
      'Adoption',
      () => moveAdoption(asBram, word(technique, radio, 'IDENTIFIED')),
      () => moveAdoption(zoe, word(technique, radio, 'DECLINED')),
    );
    expect(everySaying(results)).toEqual({ done: 1, refused: ['moved-meanwhile'] });
    const refused = results.find(({ ok }) => !ok);
    expect(await stepsOf(radio)).toEqual([refused && 'standing' in refused && refused.standing]);
    expect(
      await db.outboxEvent.count({
        where: { name: 'adoption.moved', payload: { path: ['squadId'], equals: radio.id } },
      }),
    ).toBe(1);
  });

  it('on the next step: one row is added', async () => {
    await anAdoption(technique, radio, [['ASSESSING', '2026-01-05']]);
    const people = await Promise.all(['Zoe', 'Wim', 'Ida'].map((name) => aMemberOf(radio, name)));
    const contexts = await Promise.all(people.map((person) => contextOf(person)));
    const results = await racing(
      'AdoptionEvent',
      ...contexts.map(
        (context, index) => () =>
          moveAdoption(
            context,
            word(technique, radio, index === 0 ? 'PAUSED' : 'TRIALLING', { after: 1 }),
          ),
      ),
    );
    expect(everySaying(results)).toEqual({
      done: 1,
      refused: ['moved-meanwhile', 'moved-meanwhile'],
    });
    expect(await stepsOf(radio)).toHaveLength(2);
  });

  it('squads do not wait for each other’s word to be refused: both are recorded', async () => {
    const mixes = await aSquad('Mixes');
    const nia = await contextOf(await aMemberOf(mixes, 'Nia'));
    const asBram = await contextOf(bram);
    const results = await racing(
      'Adoption',
      () => moveAdoption(asBram, word(technique, radio, 'IDENTIFIED')),
      () => moveAdoption(nia, word(technique, mixes, 'TRIALLING')),
    );
    expect(everySaying(results).done).toBe(2);
  });
});

describe('where a squad had it from', () => {
  it('is remembered, may be said later, and stays when nothing else is said', async () => {
    const mixes = await aSquad('Mixes');
    const theirs = await anAdoption(technique, mixes, [['TRIALLING', '2026-01-05']]);
    const context = await contextOf(bram);
    await moveAdoption(context, word(technique, radio, 'IDENTIFIED'));
    const read = async () => {
      const adoptions = await listAdoptions(context, technique.id);
      const own = adoptions.find(({ squad }) => squad.id === radio.id);
      return [own?.source, own?.sourceAdoptionId];
    };
    expect(await read()).toEqual(['UNKNOWN', null]);
    await moveAdoption(
      context,
      word(technique, radio, 'ASSESSING', { after: 1, source: theirs.id }),
    );
    expect(await read()).toEqual(['ADOPTION', theirs.id]);
    await moveAdoption(context, word(technique, radio, 'TRIALLING', { after: 2 }));
    expect(await read()).toEqual(['ADOPTION', theirs.id]);
  });

  it('was with it earlier, on the same technique', async () => {
    const mixes = await aSquad('Mixes');
    const later = await anAdoption(technique, mixes, [['TRIALLING', TODAY]]);
    const other = await anAdoption(await aTechnique(home), mixes, [['TRIALLING', '2025-09-01']]);
    const context = await contextOf(bram);
    const occurredOn = addDays(day(TODAY), -7);
    for (const source of [later.id, other.id, 'nobody']) {
      const said = await moveAdoption(
        context,
        word(technique, radio, 'IDENTIFIED', { occurredOn, source }),
      );
      expect(said).toMatchObject({ ok: false, reason: 'source-not-possible' });
    }
  });

  it('two squads cannot each have it from the other, not even at the same moment', async () => {
    const mixes = await aSquad('Mixes');
    const nia = await contextOf(await aMemberOf(mixes, 'Nia'));
    const ours = await anAdoption(technique, radio, [['IDENTIFIED', '2026-02-02']]);
    const theirs = await anAdoption(technique, mixes, [['IDENTIFIED', '2026-02-02']]);
    const asBram = await contextOf(bram);
    const results = await racing(
      'Adoption',
      () =>
        moveAdoption(asBram, word(technique, radio, 'TRIALLING', { after: 1, source: theirs.id })),
      () => moveAdoption(nia, word(technique, mixes, 'TRIALLING', { after: 1, source: ours.id })),
    );
    expect(results.flatMap((result) => (result.ok ? [] : [result.reason]))).toEqual([
      'source-not-possible',
    ]);
  });

  it('an earlier adoption is demanded by the database too, with a readable sentence', async () => {
    const mixes = await aSquad('Mixes');
    const later = await anAdoption(technique, mixes, [['TRIALLING', TODAY]]);
    const failure = await anAdoption(technique, radio, [['TRIALLING', '2026-01-05']], {
      from: later,
    }).catch((error: unknown) => error);
    expect(conflictOf(failure)?.message).toBe(
      'The source must have taken up the same technique earlier.',
    );
  });
});

describe('what a squad changed', () => {
  it('is kept with its reason until it says otherwise', async () => {
    const context = await contextOf(bram);
    const adaptation = 'By mood instead of genre: ours are sparse.';
    await moveAdoption(
      context,
      word(technique, radio, 'TRIALLING', { changed: 'ADAPTED', adaptation }),
    );
    await moveAdoption(context, word(technique, radio, 'IN_PRODUCTION', { after: 1 }));
    expect((await listAdoptions(context, technique.id))[0]?.adaptation).toBe(adaptation);
    await moveAdoption(
      context,
      word(technique, radio, 'PAUSED', { after: 2, changed: 'AS_WRITTEN' }),
    );
    expect((await listAdoptions(context, technique.id))[0]?.adaptation).toBe('');
  });

  it('a squad builds on the write-up it had before it when it began to build', async () => {
    const context = await contextOf(bram);
    const built = async () => (await listAdoptions(context, technique.id))[0]?.versionNumber;
    await moveAdoption(context, word(technique, radio, 'IDENTIFIED'));
    const { id, ...first } = await db.techniqueVersion.findFirstOrThrow({
      where: { techniqueId: technique.id },
    });
    const second = await db.techniqueVersion.create({ data: { ...first, number: 2 } });
    await db.technique.update({
      where: { id: technique.id },
      data: { currentVersionId: second.id },
    });
    await moveAdoption(context, word(technique, radio, 'ASSESSING', { after: 1 }));
    expect(await built()).toBe(1);
    await moveAdoption(context, word(technique, radio, 'TRIALLING', { after: 2 }));
    expect(await built()).toBe(2);
  });
});

describe('who may say it', () => {
  it('nobody but current members of the squad', async () => {
    const former = await aMemberOf(radio, 'Former', { to: '2026-02-01' });
    const guest = await aMemberOf(radio, 'Guest', { role: 'GUEST', isPrimary: false });
    const outsider = await aMemberOf(home, 'Outsider');
    for (const person of [former, guest, outsider]) {
      const said = moveAdoption(await contextOf(person), word(technique, radio, 'IDENTIFIED'));
      await expect(said).rejects.toThrow(Forbidden);
    }
    expect(await stepsOf(radio)).toEqual([]);
  });

  it('the squad that began it does not adopt it, nor do those that carry it on', async () => {
    const origin = await aSquad('Listening', { to: '2026-01-01' });
    const heir = await aSquad('Mixes', { from: '2026-01-01' });
    await db.unitSuccession.create({
      data: {
        kind: 'SPLIT',
        predecessorId: origin.id,
        successorId: heir.id,
        effectiveOn: day('2026-01-01'),
        recordedAt: NOON,
      },
    });
    const old = await aTechnique(origin);
    const mia = await contextOf(await aMemberOf(heir, 'Mia', { from: '2026-01-01' }));
    const ada = await contextOf(await aMemberOf(home, 'Ada'));
    const answers = [
      await moveAdoption(mia, word(old, heir, 'IN_PRODUCTION')),
      await moveAdoption(ada, word(technique, home, 'IN_PRODUCTION')),
    ];
    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'origin-squad' })));
    const direct = anAdoption(technique, home, [['IDENTIFIED', TODAY]]);
    await expect(direct).rejects.toThrow(/adoption_not_by_origin/);
  });

  it('of a technique that does not exist nobody says anything', async () => {
    const said = moveAdoption(await contextOf(bram), word({ id: 'none' }, radio, 'IDENTIFIED'));
    await expect(said).rejects.toThrow(NotFound);
  });
});
