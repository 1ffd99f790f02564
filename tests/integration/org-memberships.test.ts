import { describe, expect, it } from 'vitest';
import {
  correctMembership,
  endMembership,
  openMembership,
  withdrawMembership,
} from '@/features/org/memberships/commands';
import { db } from '@/foundation/db';
import { Conflict, Forbidden, NotFound } from '@/foundation/errors';
import { atTheSameMoment } from '../support/concurrency';
import {
  aChapter,
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  announced,
  aPerson,
  aSquad,
  aTribe,
  contextOf,
  day,
  recordedOf,
} from '../support/org';

const opening = (person: { handle: string }, unit: { id: string }, more: object = {}) => ({
  person: person.handle,
  unitId: unit.id,
  role: 'MEMBER' as const,
  validFrom: day('2026-03-01'),
  validTo: null,
  note: null,
  ...more,
});

async function aLedChapter() {
  const tribe = await aTribe('Discovery');
  const chapter = await aChapter('Data science', { within: tribe });
  const lead = await aMemberOf(chapter, 'Lena', { role: 'CHAPTER_LEAD' });
  return { tribe, chapter, lead, asLead: await contextOf(lead) };
}

describe('a chapter lead', () => {
  it('opens and ends memberships of the chapter', async () => {
    const { chapter, asLead } = await aLedChapter();
    const ada = await aPerson('Ada');
    expect(await openMembership(asLead, opening(ada, chapter))).toEqual({ ok: true });
    const { id } = await db.membership.findFirstOrThrow({ where: { personId: ada.id } });
    const ending = { membershipId: id, on: day('2026-06-01'), reason: 'Changed craft' };
    expect(await endMembership(asLead, ending)).toEqual({ ok: true });
    expect(await recordedOf(ada, { chapter })).toEqual(['chapter MEMBER 2026-03-01 2026-06-01']);
    expect(await announced(ada.id)).toEqual([
      'membership.opened',
      'person.changed',
      'membership.ended',
      'person.changed',
    ]);
  });

  it('does not reach into another chapter or a squad of the same tribe', async () => {
    const { tribe, asLead } = await aLedChapter();
    const ada = await aPerson('Ada');
    const others = [await aSquad('Radio', { within: tribe }), await aChapter('Other')];
    for (const unit of others) {
      await expect(openMembership(asLead, opening(ada, unit))).rejects.toThrow(Forbidden);
    }
  });
});

describe('opening a membership', () => {
  it('says what does not fit instead of recording it', async () => {
    const ctx = await anAdministrator();
    const ada = await aPerson('Ada', { startedOn: '2026-02-01', leftOn: '2026-12-01' });
    const { chapter } = await aLedChapter();
    const short = await aChapter('Short', { from: '2026-01-01', to: '2026-06-01' });
    const reasonOf = async (unit: { id: string }, more: object = {}) => {
      const outcome = await openMembership(ctx, opening(ada, unit, more));
      return outcome.ok ? 'ok' : outcome.reason;
    };
    const until = { validTo: day('2026-11-01') };
    expect(await reasonOf(short, until)).toBe('unit-not-there-then');
    expect(await reasonOf(chapter, { validFrom: day('2026-01-01'), ...until })).toBe(
      'not-here-then',
    );
    expect(await reasonOf(chapter)).toBe('not-here-then');
    expect(await reasonOf(chapter, { role: 'STEWARD', ...until })).toBe('role-does-not-fit');
    expect(await reasonOf(chapter, { validTo: day('2026-02-01') })).toBe('ends-before-start');
    expect(await reasonOf(chapter, { person: 'nobody-at-all' })).toBe('no-such-person');
    expect(await reasonOf(await aGuild(), until)).toBe('join-by-own-hand');
    expect(await reasonOf(chapter, until)).toBe('ok');
  });

  it('twice in one role is refused with the sentence that says so', async () => {
    const ctx = await anAdministrator();
    const { chapter } = await aLedChapter();
    const ada = await aMemberOf(chapter, 'Ada');
    await expect(openMembership(ctx, opening(ada, chapter))).rejects.toThrow(Conflict);
    await expect(openMembership(ctx, opening(ada, chapter))).rejects.toThrow(
      /already has this role in this unit/,
    );
  });

  it('a guild is led by somebody who holds a place in a squad', async () => {
    const ctx = await anAdministrator();
    const guild = await aGuild('Machine learning');
    const lead = { role: 'LEAD' };
    const free = await aPerson('Free');
    expect(await openMembership(ctx, opening(free, guild, lead))).toEqual({
      ok: false,
      reason: 'lead-needs-squad',
    });
    const ada = await aMemberOf(await aSquad(), 'Ada');
    expect(await openMembership(ctx, opening(ada, guild, lead))).toEqual({ ok: true });
  });
});

describe('correcting a mistake', () => {
  it('counts from now on, and what had been recorded stays with reason, time and hand', async () => {
    const { chapter, lead, asLead } = await aLedChapter();
    const ada = await aPerson('Ada');
    const wrong = await aMembership(ada, chapter, { from: '2025-01-01' });
    const outcome = await correctMembership(asLead, {
      membershipId: wrong.id,
      unit: chapter.slug,
      role: 'MEMBER',
      isPrimary: false,
      validFrom: day('2025-03-01'),
      validTo: null,
      reason: 'She began in March',
    });
    expect(outcome).toEqual({ ok: true });
    expect(await recordedOf(ada, { chapter })).toEqual(['chapter MEMBER 2025-03-01 open']);

    const rows = await db.membership.findMany({
      where: { personId: ada.id },
      orderBy: { validFrom: 'asc' },
    });
    expect(rows).toMatchObject([
      { id: wrong.id, validFrom: day('2025-01-01'), supersededAt: asLead.now },
      { supersedesId: wrong.id, note: 'She began in March', recordedById: lead.id },
    ]);
    expect(
      await db.auditEntry.findFirst({
        where: { subjectId: ada.id, action: 'membership.corrected' },
      }),
    ).toMatchObject({ before: { from: '2025-01-01' }, after: { from: '2025-03-01' } });
  });

  it('may name the squad that was meant, and stays the home', async () => {
    const [radio, mixes] = [await aSquad('Radio'), await aSquad('Mixes')];
    const ada = await aPerson('Ada');
    const wrong = await aMembership(ada, radio, { from: '2025-01-01' });
    await correctMembership(await anAdministrator(), {
      membershipId: wrong.id,
      unit: mixes.slug,
      role: 'MEMBER',
      isPrimary: true,
      validFrom: day('2025-01-01'),
      validTo: null,
      reason: 'Mixed up the squads',
    });
    expect(await recordedOf(ada, { radio, mixes })).toEqual(['mixes MEMBER 2025-01-01 open']);
  });

  it('of what somebody else corrected a moment ago finds nothing to correct', async () => {
    const { chapter, asLead } = await aLedChapter();
    const wrong = await aMembership(await aPerson('Ada'), chapter);
    const withdrawal = { membershipId: wrong.id, reason: 'Never was' };
    await withdrawMembership(asLead, withdrawal);
    await expect(withdrawMembership(asLead, withdrawal)).rejects.toThrow(NotFound);
  });

  it('a membership that never was is withdrawn: it no longer counts, and is not forgotten', async () => {
    const { chapter, asLead } = await aLedChapter();
    const ada = await aPerson('Ada');
    const wrong = await aMembership(ada, chapter);
    await withdrawMembership(asLead, { membershipId: wrong.id, reason: 'Another Ada' });
    expect(await recordedOf(ada, { chapter })).toEqual([]);
    expect(await db.membership.count({ where: { personId: ada.id } })).toBe(1);
    expect(await db.auditEntry.findFirst({ where: { subjectId: ada.id } })).toMatchObject({
      action: 'membership.withdrawn',
      reason: 'Another Ada',
      before: { membershipId: wrong.id, unitId: chapter.id },
    });
  });

  it('two people ending one membership at the same moment leave one end', async () => {
    const { chapter, asLead } = await aLedChapter();
    const ada = await aPerson('Ada');
    const { id } = await aMembership(ada, chapter);
    const ending = (on: string) =>
      endMembership(asLead, { membershipId: id, on: day(on), reason: null });
    const outcomes = await atTheSameMoment(
      'Membership',
      () => ending('2026-04-01'),
      () => ending('2026-05-01'),
    );
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refusal?.reason).toBeInstanceOf(Conflict);
    expect(await recordedOf(ada, { chapter })).toHaveLength(1);
  });
});
