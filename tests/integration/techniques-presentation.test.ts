import { beforeEach, describe, expect, it } from 'vitest';
import { canSeeOwnExposure, ownExposuresOf } from '@/features/techniques/propagation/policy';
import {
  keepMeetupExposures,
  presentTechnique,
  withdrawPresentation,
} from '@/features/techniques/propagation/presentations/commands';
import {
  listHearings,
  listMilestones,
  listOwnExposures,
} from '@/features/techniques/propagation/queries';
import {
  listRecentJourneys,
  listTechniquesPresentedAt,
  listWordAwaited,
} from '@/features/techniques/propagation/squads/queries';
import { getTechnique } from '@/features/techniques/queries';
import { type Context, systemContext } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import type {
  MeetupModel,
  OrgUnitModel,
  PersonModel,
  TechniqueModel,
} from '@/foundation/prisma-client/models';
import { emptyDatabase } from '../support/database';
import { aMeetup } from '../support/meetups';
import {
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  contextOf,
  day,
  NOON,
  TODAY,
} from '../support/org';
import { anAdoption, aPresentation, aTechnique, meetupFacts, racing } from '../support/techniques';

let home: OrgUnitModel;
let radio: OrgUnitModel;
let ada: PersonModel;
let bram: PersonModel;
let asAda: Context;
let technique: TechniqueModel;
let meetup: MeetupModel;

const HELD_AT = addDays(NOON, -10);

beforeEach(async () => {
  // Otherwise what earlier tests presented would be news in later ones.
  await db.presentation.deleteMany();
  home = await aSquad('Home');
  radio = await aSquad('Radio');
  ada = await aMemberOf(home, 'Ada');
  bram = await aMemberOf(radio, 'Bram');
  asAda = await contextOf(ada);
  technique = await aTechnique(home, 'Shrunken counts', { by: ada });
  meetup = await aMeetup('Ranking evening', { startsAt: HELD_AT });
});

const present = (
  people: PersonModel[],
  { as = asAda, at = meetup, presenter = ada.handle as string | null } = {},
) =>
  presentTechnique(
    as,
    { techniqueId: technique.id, presenterHandle: presenter },
    meetupFacts(at, people),
  );

const presentations = async () => (await listMilestones(asAda, technique.id)).presentations;

const heardBy = async () =>
  (await listHearings(asAda, technique.id)).map(({ squad }) => squad.name);

describe('presented at a meetup', () => {
  it('moves a draft on, names who presented it and which squads heard of it', async () => {
    expect(await getTechnique(asAda, technique.slug)).toMatchObject({ stage: 'DRAFT' });
    expect(await present([ada, bram])).toMatchObject({ ok: true });
    expect(await getTechnique(asAda, technique.slug)).toMatchObject({ stage: 'PRESENTED' });
    expect(await presentations()).toEqual([
      { meetupId: meetup.id, at: HELD_AT, presenter: { handle: ada.handle, name: 'Ada' } },
    ]);
    expect(await heardBy()).toEqual(['Radio']);
    expect(await listTechniquesPresentedAt(asAda, meetup.id)).toMatchObject([
      { title: 'Shrunken counts', originSquadName: 'Home', presenter: 'Ada' },
    ]);
    const facts = await db.outboxEvent.findMany({ where: { actorId: ada.id } });
    expect(facts.map(({ name }) => name)).toEqual(['technique.presented']);
  });

  it.each(['failedApproaches', 'dataChallenges', 'evaluationMethod'] as const)(
    'not while %s is empty, and the database says the same',
    async (section) => {
      technique = await aTechnique(home, 'Half told', { [section]: ' ' });
      expect(await present([bram])).toEqual({ ok: false, reason: 'not-ready', missing: [section] });
      await expect(aPresentation(technique)).rejects.toThrow(
        /presentation_is_complete|presented once/,
      );
      expect(await heardBy()).toEqual([]);
    },
  );

  it('“none found” is enough to be presented', async () => {
    technique = await aTechnique(home, 'Simple', { failedApproaches: 'None found.' });
    expect(await present([bram])).toMatchObject({ ok: true });
  });

  it('not before it was held, and not at one that was called off', async () => {
    const later = await aMeetup('Later', { startsAt: addDays(NOON, 1) });
    expect(await present([], { at: later })).toEqual({ ok: false, reason: 'not-held-yet' });
    const off = { ...meetupFacts(meetup), isCancelled: true };
    const input = { techniqueId: technique.id, presenterHandle: null };
    expect(await presentTechnique(asAda, input, off)).toEqual({ ok: false, reason: 'cancelled' });
    expect(await present([], { presenter: 'nobody-here' })).toEqual({
      ok: false,
      reason: 'presenter-unknown',
    });
  });

  it('said twice, even at the same moment, is one presentation and one fact', async () => {
    const again = () => present([bram]);
    await racing('Presentation', again, again, again);
    expect(await presentations()).toHaveLength(1);
    expect(await heardBy()).toEqual(['Radio']);
    expect(await db.outboxEvent.count({ where: { actorId: ada.id } })).toBe(1);
  });

  it('is recorded by the squad that began it or an administrator', async () => {
    const guild = await aGuild();
    const lead = await aMemberOf(guild, 'Lead', { role: 'LEAD' });
    for (const person of [bram, lead]) {
      const as = await contextOf(person);
      await expect(present([], { as })).rejects.toThrow(Forbidden);
    }
    expect(await present([], { as: await anAdministrator() })).toMatchObject({ ok: true });
  });

  it('recorded by mistake, it is taken back with what was concluded from it', async () => {
    await present([bram]);
    await withdrawPresentation(asAda, { techniqueId: technique.id, meetupId: meetup.id });
    expect(await getTechnique(asAda, technique.slug)).toMatchObject({ stage: 'DRAFT' });
    expect(await heardBy()).toEqual([]);
    const trail = await db.auditEntry.findMany({ where: { subjectId: technique.id } });
    expect(trail).toMatchObject([{ action: 'technique.presentation_withdrawn', actorName: 'Ada' }]);
  });
});

describe('who heard of it', () => {
  it('the squads people belonged to on that day, not those of today', async () => {
    const mixes = await aSquad('Mixes');
    const mover = await aPerson('Mover');
    await aMembership(mover, radio, { from: '2025-01-01', to: '2026-02-25' });
    await aMembership(mover, mixes, { from: '2026-02-25' });
    await present([mover]);
    expect(await heardBy()).toEqual(['Radio']);
  });

  it('on the first day in a squad one belongs to it, on the last no longer', async () => {
    const [last, first] = [await aSquad('Left'), await aSquad('Joined')];
    const heldOn = HELD_AT.toISOString().slice(0, 10);
    const mover = await aPerson('Mover');
    await aMembership(mover, last, { from: '2025-01-01', to: heldOn });
    await aMembership(mover, first, { from: heldOn });
    await present([mover]);
    expect(await heardBy()).toEqual(['Joined']);
  });

  it('not the squad that presented it, not those where somebody is a guest, not guilds', async () => {
    const host = await aSquad('Host');
    const guest = await aPerson('Guest');
    await aMembership(guest, host, { role: 'GUEST', isPrimary: false });
    await aMembership(guest, await aGuild());
    await present([ada, guest]);
    expect(await heardBy()).toEqual([]);
  });

  it('a membership that was corrected away does not count', async () => {
    const mistaken = await aSquad('Mistaken');
    const someone = await aPerson('Someone');
    const row = await aMembership(someone, mistaken);
    await db.membership.update({ where: { id: row.id }, data: { supersededAt: NOON } });
    await present([someone]);
    expect(await heardBy()).toEqual([]);
  });

  it('follows when attendance is recorded later, put right, or the date is moved', async () => {
    const mixes = await aSquad('Mixes');
    const mia = await aMemberOf(mixes, 'Mia');
    const system = systemContext(NOON);
    await present([]);
    expect(await heardBy()).toEqual([]);
    await keepMeetupExposures(system, meetupFacts(meetup, [bram, mia]));
    expect(await heardBy()).toEqual(['Mixes', 'Radio']);
    await keepMeetupExposures(system, meetupFacts(meetup, [mia]));
    await keepMeetupExposures(system, meetupFacts(meetup, [mia]));
    expect(await heardBy()).toEqual(['Mixes']);
    const startsAt = addDays(HELD_AT, 1);
    await keepMeetupExposures(system, { ...meetupFacts(meetup, [mia]), startsAt });
    expect(await listHearings(asAda, technique.id)).toMatchObject([{ at: startsAt }]);
    expect(await presentations()).toMatchObject([{ at: startsAt }]);
    await expect(keepMeetupExposures(asAda, meetupFacts(meetup, [bram]))).rejects.toThrow(
      Forbidden,
    );
  });

  it('is never made up from what a squad says later', async () => {
    await anAdoption(technique, radio, [['IN_PRODUCTION', '2026-01-05']]);
    expect(await heardBy()).toEqual([]);
  });
});

describe('that a person heard of it', () => {
  it('is shown to that person and to nobody else, whatever their role', async () => {
    await present([bram]);
    const lead = await aMemberOf(radio, 'Lead', { role: 'LEAD' });
    const chapterLead = await aMemberOf(await aGuild(), 'Steward', { role: 'STEWARD' });
    const everyone = [
      asAda,
      await contextOf(lead),
      await contextOf(chapterLead),
      await anAdministrator(),
      systemContext(NOON),
    ];
    const asBram = await contextOf(bram);
    expect(await listOwnExposures(asBram, technique.id)).toEqual([
      { at: HELD_AT, channel: 'MEETUP', meetupId: meetup.id },
    ]);
    for (const context of everyone) {
      expect(await listOwnExposures(context, technique.id)).toEqual([]);
    }
  });

  it('appears in nothing that a page about the technique or the meetup reads', async () => {
    const quiet = await aMemberOf(radio, 'Quiet Listener');
    await present([quiet]);
    const read = await Promise.all([
      getTechnique(asAda, technique.slug),
      listHearings(asAda, technique.id),
      listMilestones(asAda, technique.id),
      listTechniquesPresentedAt(asAda, meetup.id),
      listWordAwaited(asAda, radio.id),
    ]);
    const text = JSON.stringify(read);
    for (const secret of [quiet.id, quiet.handle, 'Quiet Listener']) {
      expect(text).not.toContain(secret);
    }
  });

  it('the rule in words and the rule in the database agree for every person and row', async () => {
    const mia = await aMemberOf(await aSquad('Mixes'), 'Mia');
    await present([bram, mia]);
    const squadRow = {
      techniqueId: technique.id,
      squadId: radio.id,
      versionId: technique.currentVersionId ?? '',
    };
    await db.exposure.create({
      data: { ...squadRow, channel: 'WIKI', grade: 'INFERRED', at: NOON, recordedAt: NOON },
    });
    const rows = await db.exposure.findMany({ where: { techniqueId: technique.id } });
    expect(rows).toHaveLength(3);
    const actors = [asAda, await contextOf(bram), await contextOf(mia), systemContext(NOON)];
    for (const { actor } of actors) {
      const allowed = rows.filter((row) => canSeeOwnExposure(actor, row)).map(({ id }) => id);
      const found = await db.exposure.findMany({
        where: { techniqueId: technique.id, ...ownExposuresOf(actor) },
      });
      expect(found.map(({ id }) => id).toSorted()).toEqual(allowed.toSorted());
    }
  });
});

describe('a word awaited', () => {
  const awaited = async (squad: OrgUnitModel) =>
    (await listWordAwaited(await contextOf(bram), squad.id)).map(({ title, how }) => [title, how]);

  it('what somebody of the squad heard comes before what was presented elsewhere', async () => {
    const elsewhere = await aTechnique(home, 'Elsewhere');
    await aPresentation(elsewhere, addDays(NOON, -1));
    await present([bram]);
    expect(await awaited(radio)).toEqual([
      ['Shrunken counts', 'WAS_THERE'],
      ['Elsewhere', 'PRESENTED'],
    ]);
  });

  it('ends with any word, “not for us” like the others', async () => {
    await present([bram]);
    await anAdoption(technique, radio, [['DECLINED', TODAY]]);
    expect(await awaited(radio)).toEqual([]);
  });

  it('is not asked of the squad that began it, nor for drafts, nor for what is over', async () => {
    await present([bram]);
    expect(await awaited(home)).toEqual([]);
    await aTechnique(home, 'Still a draft');
    const over = await aTechnique(home, 'Over');
    await aPresentation(over);
    await db.technique.update({ where: { id: over.id }, data: { retiredAt: NOON } });
    const replaced = await aTechnique(home, 'Replaced');
    await aPresentation(replaced);
    await db.techniqueRelation.create({
      data: { fromId: technique.id, toId: replaced.id, kind: 'SUPERSEDES' },
    });
    expect(await awaited(radio)).toEqual([['Shrunken counts', 'WAS_THERE']]);
  });

  it('of old news only what somebody of the squad heard is asked', async () => {
    await aPresentation(technique, addDays(NOON, -400));
    expect(await awaited(radio)).toEqual([]);
    meetup = await aMeetup('Long ago', { startsAt: addDays(NOON, -390) });
    await present([bram]);
    expect(await awaited(radio)).toEqual([['Shrunken counts', 'WAS_THERE']]);
  });

  it('is asked of a squad for what the squad it came from had in use', async () => {
    const before = await aSquad('Listening', { to: '2026-01-01' });
    await anAdoption(technique, before, [['IN_PRODUCTION', '2025-09-01']]);
    await db.unitSuccession.create({
      data: {
        kind: 'SPLIT',
        predecessorId: before.id,
        successorId: radio.id,
        effectiveOn: day('2026-01-01'),
        recordedAt: NOON,
      },
    });
    expect(await awaited(radio)).toEqual([['Shrunken counts', 'CARRIED_ON']]);
  });
});

describe('the latest across the guild', () => {
  it('names the squads that moved last, first', async () => {
    await emptyDatabase();
    const [search, mixes] = [await aSquad('Search'), await aSquad('Mixes')];
    technique = await aTechnique(await aSquad('Home'));
    await anAdoption(technique, search, [
      ['ASSESSING', '2026-02-20'],
      ['TRIALLING', '2026-03-01'],
    ]);
    await anAdoption(technique, mixes, [['DECLINED', '2026-03-02']]);
    const recent = await listRecentJourneys(asAda, 2);
    expect(recent.map(({ squadName, to }) => [squadName, to])).toEqual([
      ['Mixes', 'DECLINED'],
      ['Search', 'TRIALLING'],
    ]);
  });
});
