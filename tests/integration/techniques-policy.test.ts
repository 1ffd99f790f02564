import { beforeAll, describe, expect, it } from 'vitest';
import { editAttempt, recordAttempt } from '@/features/techniques/attempts/commands';
import { recordAttemptInput } from '@/features/techniques/attempts/schema';
import { recordTechnique, retireTechnique, reviseTechnique } from '@/features/techniques/commands';
import { addEvidence, judgeEvidence } from '@/features/techniques/evidence/commands';
import { addEvidenceInput } from '@/features/techniques/evidence/schema';
import { canEditTechnique, canRecordTechnique } from '@/features/techniques/policy';
import { moveAdoption } from '@/features/techniques/propagation/commands';
import { canMoveAdoption } from '@/features/techniques/propagation/policy';
import {
  keepMeetupExposures,
  presentTechnique,
} from '@/features/techniques/propagation/presentations/commands';
import { getTechnique } from '@/features/techniques/queries';
import { relateTechniques } from '@/features/techniques/relations/commands';
import { recordTechniqueInput, reviseTechniqueInput } from '@/features/techniques/schema';
import { type Context, systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import type { OrgUnitModel } from '@/foundation/prisma-client/models';
import { aMeetup } from '../support/meetups';
import {
  aChapter,
  aGuild,
  aMemberOf,
  anAdministrator,
  aSquad,
  aTribe,
  aVisitor,
  contextOf,
  NOON,
  TODAY,
} from '../support/org';
import {
  anAttempt,
  anEvidence,
  aTechnique,
  completeWriteUp,
  meetupFacts,
  word,
} from '../support/techniques';

/** Somebody of every kind, towards a technique of the squad Home. */
const people = [
  'member of Home',
  'lead of Home',
  'guest of Home',
  'former member of Home',
  'member of Radio',
  'lead of Radio',
  'tribe lead',
  'chapter lead',
  'guild lead',
  'guild steward',
  'visitor',
  'administrator',
  'the system',
] as const;
type Who = (typeof people)[number];

let home: OrgUnitModel;
let radio: OrgUnitModel;
const contexts = new Map<Who, Context>();
const as = (who: Who) => contexts.get(who) as Context;

beforeAll(async () => {
  const tribe = await aTribe('Discovery');
  home = await aSquad('Home', { within: tribe });
  radio = await aSquad('Radio', { within: tribe });
  const guild = await aGuild('Machine learning');
  const chapter = await aChapter('Data science', { within: tribe });
  const inUnit = async (...member: Parameters<typeof aMemberOf>) =>
    contextOf(await aMemberOf(...member));
  contexts
    .set('member of Home', await inUnit(home))
    .set('lead of Home', await inUnit(home, 'Lead', { role: 'LEAD' }))
    .set('guest of Home', await inUnit(home, 'Guest', { role: 'GUEST' }))
    .set('former member of Home', await inUnit(home, 'Former', { to: TODAY }))
    .set('member of Radio', await inUnit(radio))
    .set('lead of Radio', await inUnit(radio, 'Lead', { role: 'LEAD' }))
    .set('tribe lead', await inUnit(tribe, 'Tribe lead', { role: 'LEAD' }))
    .set('chapter lead', await inUnit(chapter, 'Chapter lead', { role: 'CHAPTER_LEAD' }))
    .set('guild lead', await inUnit(guild, 'Guild lead', { role: 'LEAD' }))
    .set('guild steward', await inUnit(guild, 'Steward', { role: 'STEWARD' }))
    .set('visitor', await aVisitor())
    .set('administrator', await anAdministrator())
    .set('the system', systemContext(NOON));
});

const OWN: Who[] = ['member of Home', 'lead of Home'];
const OWN_OR_ADMINISTRATOR: Who[] = [...OWN, 'administrator', 'the system'];
const RADIO: Who[] = ['member of Radio', 'lead of Radio'];

/** Who is let through, tried by every kind of person. Any other failure is a failure of the test. */
async function letThrough(run: (context: Context) => Promise<unknown>): Promise<Who[]> {
  const through: Who[] = [];
  for (const who of people) {
    try {
      await run(as(who));
      through.push(who);
    } catch (error) {
      if (!(error instanceof Forbidden)) throw error;
    }
  }
  return through;
}

const writtenBy = (squad: OrgUnitModel) =>
  recordTechniqueInput.parse({
    squadId: squad.id,
    title: 'Matrix',
    originOn: '2025-06-02',
    ...completeWriteUp,
  });

describe('who may do what with techniques', () => {
  it('write one down for a squad: its members and administrators', async () => {
    expect(await letThrough((ctx) => recordTechnique(ctx, writtenBy(home)))).toEqual(
      OWN_OR_ADMINISTRATOR,
    );
  });

  it('edit, retire, relate and present it: members of the squad that began it and administrators', async () => {
    const other = await aTechnique(radio);
    const meetup = await aMeetup('Held', { startsAt: new Date('2026-02-26T16:00:00Z') });
    const acts: ((ctx: Context, techniqueId: string) => Promise<unknown>)[] = [
      (ctx, techniqueId) =>
        reviseTechnique(
          ctx,
          reviseTechniqueInput.parse({
            ...writtenBy(home),
            originOn: '2025-06-02',
            techniqueId,
            baseVersion: 1,
            changeSummary: 'Clearer.',
          }),
        ),
      (ctx, techniqueId) => retireTechnique(ctx, techniqueId, 'Over.'),
      (ctx, fromId) => relateTechniques(ctx, { fromId, toId: other.id, kind: 'ADAPTS', note: '' }),
      (ctx, toId) =>
        relateTechniques(ctx, { fromId: other.id, toId, kind: 'SUPERSEDES', note: '' }),
      (ctx, techniqueId) =>
        presentTechnique(ctx, { techniqueId, presenterHandle: null }, meetupFacts(meetup)),
    ];
    for (const act of acts) {
      const allowed = await letThrough(async (ctx) => act(ctx, (await aTechnique(home)).id));
      expect(allowed).toEqual(OWN_OR_ADMINISTRATOR);
    }
  });

  it('say a squad’s word: its members only — no administrator, no lead of a guild, chapter or tribe', async () => {
    const saying = (ctx: Context) =>
      aTechnique(home).then((technique) => moveAdoption(ctx, word(technique, radio, 'IDENTIFIED')));
    expect(await letThrough(saying)).toEqual(RADIO);
  });

  it('add a squad’s evidence, doubt it, or write down its attempt: its members only', async () => {
    const technique = await aTechnique(home);
    const evidence = addEvidenceInput.parse({
      techniqueId: technique.id,
      squadId: radio.id,
      measuredOn: TODAY,
      evidenceSummary: 'It held.',
    });
    expect(await letThrough((ctx) => addEvidence(ctx, evidence))).toEqual(RADIO);
    const doubting = async (ctx: Context) =>
      judgeEvidence(ctx, (await anEvidence(technique, radio)).id, 'DISPUTED', 'A leak.');
    expect(await letThrough(doubting)).toEqual(RADIO);
    const attempt = recordAttemptInput.parse({
      squadId: radio.id,
      title: 'Tried',
      hypothesis: 'Helps.',
      outcome: 'FAILED',
      why: 'Did not.',
      endedOn: TODAY,
    });
    expect(await letThrough((ctx) => recordAttempt(ctx, attempt))).toEqual(RADIO);
    const editing = async (ctx: Context) =>
      editAttempt(ctx, { ...attempt, attemptId: (await anAttempt(radio)).id });
    expect(await letThrough(editing)).toEqual(RADIO);
  });

  it('keep who heard of it in step with attendance: the system only', async () => {
    const meetup = await aMeetup();
    expect(await letThrough((ctx) => keepMeetupExposures(ctx, meetupFacts(meetup)))).toEqual([
      'the system',
    ]);
  });

  it('read: everybody, and the page offers what the commands allow', async () => {
    const technique = await aTechnique(home);
    for (const who of people) {
      const { actor } = as(who);
      const read = await getTechnique(as(who), technique.slug);
      expect(read?.canEdit).toBe(OWN_OR_ADMINISTRATOR.includes(who));
      expect(canEditTechnique(actor, { keeperSquadIds: [home.id] })).toBe(read?.canEdit);
      expect(canRecordTechnique(actor, home.id)).toBe(read?.canEdit);
      expect(canMoveAdoption(actor, radio.id)).toBe(RADIO.includes(who));
    }
  });

  it('a refused act leaves nothing behind', async () => {
    const technique = await aTechnique(home);
    const before = await db.outboxEvent.count();
    const refused = moveAdoption(as('administrator'), word(technique, radio, 'IN_PRODUCTION'));
    await expect(refused).rejects.toThrow(Forbidden);
    expect(await db.adoption.count({ where: { techniqueId: technique.id } })).toBe(0);
    expect(await db.evidence.count({ where: { techniqueId: technique.id } })).toBe(0);
    expect(await db.outboxEvent.count()).toBe(before);
  });
});
