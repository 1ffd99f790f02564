import { describe, expect, it } from 'vitest';
import { recordDeparture, undoDeparture } from '@/features/org/departures/commands';
import { addPerson, editProfile } from '@/features/org/people/commands';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import {
  aChapter,
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  announced,
  aPerson,
  aSquad,
  contextOf,
  day,
  recordedOf,
} from '../support/org';

const profile = (personId: string) => ({
  personId,
  name: 'Ada Okafor',
  headline: 'Data scientist',
  about: '',
  timeZone: 'Africa/Lagos',
  skills: ['ranking'],
  askMeAbout: ['cold start'],
});

describe('a profile', () => {
  it('is edited by the person, and the trail keeps what it said before', async () => {
    const ada = await aPerson('Ada');
    expect(await editProfile(await contextOf(ada), profile(ada.id))).toEqual({ ok: true });
    expect(await db.auditEntry.findFirst({ where: { subjectId: ada.id } })).toMatchObject({
      before: { name: 'Ada', timeZone: 'UTC' },
      after: { name: 'Ada Okafor', timeZone: 'Africa/Lagos' },
    });
    expect(await editProfile(await contextOf(ada), profile(ada.id))).toEqual({
      ok: false,
      reason: 'nothing-changed',
    });
  });

  it('is not edited by a colleague', async () => {
    const [ada, bram] = [await aPerson('Ada'), await aPerson('Bram')];
    await expect(editProfile(await contextOf(bram), profile(ada.id))).rejects.toThrow(Forbidden);
  });
});

describe('a new colleague', () => {
  const newPerson = {
    name: 'Gita Rao',
    email: 'gita@example.test',
    timeZone: 'Asia/Kolkata',
    startedOn: day('2026-03-09'),
  };

  it('gets a handle of her own and a home squad', async () => {
    const squad = await aSquad('Radio');
    const first = await addPerson(await anAdministrator(), { ...newPerson, squad: squad.slug });
    const second = await addPerson(await anAdministrator(), { ...newPerson, email: null });
    expect([first, second]).toEqual([
      { ok: true, handle: 'gita-rao' },
      { ok: true, handle: 'gita-rao-2' },
    ]);
    const gita = await db.person.findUniqueOrThrow({ where: { handle: 'gita-rao' } });
    expect(await recordedOf(gita, { squad })).toEqual(['squad MEMBER 2026-03-09 open']);
    expect(await addPerson(await anAdministrator(), newPerson)).toEqual({
      ok: false,
      reason: 'email-taken',
    });
  });

  it('is added by administrators only', async () => {
    await expect(addPerson(await contextOf(await aPerson()), newPerson)).rejects.toThrow(Forbidden);
  });
});

describe('somebody leaves the company', () => {
  async function aLead() {
    const [squad, guild, chapter] = [
      await aSquad('Radio'),
      await aGuild('ML'),
      await aChapter('DS'),
    ];
    const ada = await aMemberOf(squad, 'Ada', { from: '2025-01-01' });
    await aMembership(ada, squad, { role: 'LEAD', from: '2025-02-01' });
    await aMembership(ada, guild, { from: '2025-03-01' });
    await aMembership(ada, chapter, { from: '2026-06-01' });
    return { squad, guild, chapter, ada };
  }

  it('every membership ends that day, planned ones never begin, and what she led is named', async () => {
    const { squad, guild, chapter, ada } = await aLead();
    const outcome = await recordDeparture(await anAdministrator(), {
      personId: ada.id,
      leftOn: day('2026-03-01'),
      note: null,
    });
    expect(outcome).toEqual({ ok: true, handsOverUnitIds: [squad.id] });
    expect(await recordedOf(ada, { squad, guild, chapter })).toEqual([
      'squad MEMBER 2025-01-01 2026-03-01',
      'squad LEAD 2025-02-01 2026-03-01',
      'guild MEMBER 2025-03-01 2026-03-01',
    ]);
    expect(await announced(ada.id)).toContain('person.left');
  });

  it('who has left is signed out at once; who will leave works on until then', async () => {
    const signedIn = async (person: { id: string }, email: string) => {
      const user = await db.user.create({ data: { email, personId: person.id } });
      await db.session.create({
        data: { userId: user.id, sessionToken: email, expires: day('2027-01-01') },
      });
      return () => db.session.count({ where: { userId: user.id } });
    };
    const [gone, going] = [await aPerson('Gone'), await aPerson('Going')];
    const [goneSessions, goingSessions] = [
      await signedIn(gone, 'gone@example.test'),
      await signedIn(going, 'going@example.test'),
    ];
    const ctx = await anAdministrator();
    await recordDeparture(ctx, { personId: gone.id, leftOn: day('2026-03-02'), note: null });
    await recordDeparture(ctx, { personId: going.id, leftOn: day('2026-04-01'), note: null });
    expect([await goneSessions(), await goingSessions()]).toEqual([0, 1]);
    expect(await db.person.findUnique({ where: { id: going.id } })).toMatchObject({
      deactivatedAt: null,
    });
  });

  it('recorded by mistake is taken back, and everything it ended is open again', async () => {
    const { squad, guild, chapter, ada } = await aLead();
    const ctx = await anAdministrator();
    await recordDeparture(ctx, { personId: ada.id, leftOn: day('2026-03-01'), note: null });
    expect(await undoDeparture(ctx, { personId: ada.id, reason: 'Another Ada' })).toEqual({
      ok: true,
    });
    expect(await recordedOf(ada, { squad, guild, chapter })).toEqual([
      'squad MEMBER 2025-01-01 open',
      'squad LEAD 2025-02-01 open',
      'guild MEMBER 2025-03-01 open',
    ]);
    expect(await db.person.findUnique({ where: { id: ada.id } })).toMatchObject({
      leftOn: null,
      deactivatedAt: null,
    });
  });

  it('is recorded by her squad’s lead or an administrator, once', async () => {
    const { squad, ada } = await aLead();
    const departure = { personId: ada.id, leftOn: day('2026-03-01'), note: null };
    await expect(recordDeparture(await contextOf(await aPerson()), departure)).rejects.toThrow(
      Forbidden,
    );
    const lead = await contextOf(await aMemberOf(squad, 'Lena', { role: 'LEAD' }));
    expect(await recordDeparture(lead, departure)).toMatchObject({ ok: true });
    expect(await recordDeparture(await anAdministrator(), departure)).toEqual({
      ok: false,
      reason: 'already-left',
    });
  });
});
