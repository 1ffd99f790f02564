import { describe, expect, it } from 'vitest';
import { db } from '@/foundation/db';
import { conflictOf } from '@/foundation/errors';
import {
  aChapter,
  aGuild,
  aMembership,
  anAdministrator,
  aParent,
  aPerson,
  aSquad,
  aSubguild,
  aTribe,
  aUnit,
  aWorkingGroupUnit,
  day,
} from '../support/org';

/** The sentence a reader is told when the database refuses. */
async function refusal(change: Promise<unknown>): Promise<string> {
  const error = await change.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error ? (conflictOf(error)?.message ?? `unreadable: ${String(error)}`) : 'accepted';
}

describe('a migration that drops an invariant of the organisation is noticed', () => {
  it.each([
    ['Membership', 'membership_period'],
    ['Membership', 'membership_primary_is_a_squad'],
    ['Membership', 'membership_chapter_lead_leads_a_chapter'],
    ['Membership', 'membership_guild_by_own_hand'],
    ['Membership', 'membership_own_hand_is_own'],
    ['Membership', 'membership_no_overlap'],
    ['Membership', 'membership_one_primary_squad'],
    ['UnitParent', 'parent_period'],
    ['UnitParent', 'parent_not_itself'],
    ['UnitParent', 'parent_of_a_fitting_kind'],
    ['UnitParent', 'parent_one_at_an_instant'],
    ['UnitSuccession', 'succession_shape'],
    ['OrgUnit', 'unit_slug_form'],
    ['OrgUnit', 'unit_period'],
    ['OrgUnit', 'unit_platform_team_is_a_squad'],
    ['Person', 'person_email_lower_case'],
    ['Person', 'person_handle_form'],
    ['Person', 'person_leaves_after_start'],
  ])('%s keeps the constraint %s', async (table, constraint) => {
    const rows = await db.$queryRaw<{ valid: boolean }[]>`
      SELECT c.convalidated AS valid FROM pg_constraint c
      WHERE c.conrelid = format('%I', ${table}::text)::regclass AND c.conname = ${constraint}`;
    expect(rows).toEqual([{ valid: true }]);
  });

  it.each([
    ['Membership', 'membership_append_only'],
    ['UnitParent', 'parent_acyclic'],
    ['UnitSuccession', 'succession_append_only'],
    ['AuditEntry', 'audit_append_only'],
  ])('%s keeps the trigger %s, enabled', async (table, trigger) => {
    const rows = await db.$queryRaw<{ enabled: string }[]>`
      SELECT t.tgenabled::text AS enabled FROM pg_trigger t
      WHERE t.tgrelid = format('%I', ${table}::text)::regclass AND t.tgname = ${trigger}`;
    expect(rows).toEqual([{ enabled: 'O' }]);
  });

  it.each([
    'person_plain_name_trgm',
    'person_plain_name_order',
    'person_words_trgm',
    'unit_plain_name_trgm',
    'membership_holds',
  ])('the index %s, which the directory rests on, is there', async (index) => {
    const rows = await db.$queryRaw<unknown[]>`
      SELECT 1 AS there FROM pg_indexes WHERE indexname = ${index}`;
    expect(rows).toHaveLength(1);
  });
});

describe('a membership', () => {
  it('in the same role of the same unit does not overlap itself', async () => {
    const [ada, chapter] = [await aPerson('Ada'), await aChapter()];
    await aMembership(ada, chapter, { from: '2025-01-01', to: '2025-06-01' });
    expect(await refusal(aMembership(ada, chapter, { from: '2025-05-31' }))).toMatch(
      /^This person already has this role in this unit/,
    );
    expect(await refusal(aMembership(ada, chapter, { from: '2025-06-01' }))).toBe('accepted');
  });

  it('may overlap another role: a lead is a member too', async () => {
    const [ada, squad] = [await aPerson('Ada'), await aSquad()];
    await aMembership(ada, squad);
    expect(await refusal(aMembership(ada, squad, { role: 'LEAD' }))).toBe('accepted');
  });

  it('is in one home squad at an instant', async () => {
    const [ada, radio, mixes] = [await aPerson('Ada'), await aSquad(), await aSquad()];
    await aMembership(ada, radio, { from: '2025-01-01', to: '2025-06-01' });
    expect(await refusal(aMembership(ada, mixes, { from: '2025-05-31' }))).toMatch(
      /^This person already has a home squad/,
    );
    expect(await refusal(aMembership(ada, mixes, { from: '2025-06-01' }))).toBe('accepted');
    expect(await refusal(aMembership(ada, radio, { from: '2025-06-01', isPrimary: false }))).toBe(
      'accepted',
    );
  });

  it('that was superseded stands in nobody’s way', async () => {
    const [ada, radio, mixes] = [await aPerson('Ada'), await aSquad(), await aSquad()];
    const wrong = await aMembership(ada, radio);
    await db.membership.update({ where: { id: wrong.id }, data: { supersededAt: new Date(0) } });
    expect(await refusal(aMembership(ada, mixes))).toBe('accepted');
  });

  it('ends after it begins', async () => {
    const [ada, squad] = [await aPerson('Ada'), await aSquad()];
    expect(await refusal(aMembership(ada, squad, { from: '2025-01-01', to: '2025-01-01' }))).toBe(
      'A membership must end after the day it begins.',
    );
  });

  it('is a home only in a squad, and a chapter is led by a chapter lead only', async () => {
    const [ada, chapter, squad] = [await aPerson('Ada'), await aChapter(), await aSquad()];
    expect(await refusal(aMembership(ada, chapter, { isPrimary: true }))).toBe(
      'Only a squad can be a person’s home squad.',
    );
    expect(await refusal(aMembership(ada, squad, { role: 'CHAPTER_LEAD' }))).toBe(
      'A chapter lead leads a chapter.',
    );
  });

  it.each([aGuild, aSubguild])('of a guild is opened by the person only', async (aGuildUnit) => {
    const [ada, bram, guild] = [await aPerson('Ada'), await aPerson('Bram'), await aGuildUnit()];
    const sentence = 'Guild membership is opened and closed by the person only.';
    expect(await refusal(aMembership(ada, guild, { source: 'ADMINISTRATOR' }))).toBe(sentence);
    expect(await refusal(aMembership(ada, guild, { source: 'LEAD' }))).toBe(sentence);
    expect(await refusal(aMembership(ada, guild, { source: 'SELF', recordedById: bram.id }))).toBe(
      sentence,
    );
    expect(await refusal(aMembership(ada, guild))).toBe('accepted');
  });

  it('names the kind its unit really has', async () => {
    const [ada, tribe] = [await aPerson('Ada'), await aTribe()];
    const wrong = aMembership(ada, { id: tribe.id, kind: 'SQUAD' });
    await expect(wrong).rejects.toThrow(/Foreign key constraint/);
  });

  it('is never rewritten and never deleted', async () => {
    const membership = await aMembership(await aPerson('Ada'), await aSquad());
    const where = { id: membership.id };
    const sentence = 'What was recorded stays: add a correction instead.';
    expect(
      await refusal(db.membership.update({ where, data: { validTo: day('2026-01-01') } })),
    ).toBe(sentence);
    expect(await refusal(db.membership.delete({ where }))).toBe(sentence);

    await db.membership.update({ where, data: { supersededAt: new Date(0) } });
    expect(await refusal(db.membership.update({ where, data: { supersededAt: null } }))).toBe(
      sentence,
    );
  });
});

describe('a unit', () => {
  it('stands beneath one other at a time', async () => {
    const [squad, north, south] = [await aSquad(), await aTribe(), await aTribe()];
    await aParent(squad, north, { from: '2024-01-01', to: '2025-01-01' });
    expect(await refusal(aParent(squad, south, { from: '2024-12-31' }))).toBe(
      'A unit belongs to one parent at a time.',
    );
    expect(await refusal(aParent(squad, south, { from: '2025-01-01' }))).toBe('accepted');
  });

  it('stands beneath a unit of a fitting kind', async () => {
    const guild = await aGuild();
    const tribe = await aTribe();
    const sentence = /^Squads and chapters belong to a tribe/;
    expect(await refusal(aParent(await aSquad(), guild))).toMatch(sentence);
    expect(await refusal(aParent(guild, tribe))).toMatch(sentence);
    expect(await refusal(aParent(await aSubguild(), tribe))).toMatch(sentence);
    expect(await refusal(aParent(await aWorkingGroupUnit(), guild))).toBe('accepted');
    expect(await refusal(aParent(await aSubguild(), await aSubguild()))).toBe('accepted');
  });

  it('never stands beneath itself, at whatever depth and time', async () => {
    const [outer, middle, inner] = [await aSubguild(), await aSubguild(), await aSubguild()];
    await aParent(middle, outer);
    await aParent(inner, middle, { from: '2024-01-01', to: '2025-01-01' });
    const sentence = 'A unit cannot stand beneath itself.';
    expect(await refusal(aParent(outer, outer))).toBe(sentence);
    expect(await refusal(aParent(outer, middle))).toBe(sentence);
    expect(await refusal(aParent(outer, inner, { from: '2024-06-01' }))).toBe(sentence);
    expect(await refusal(aParent(outer, inner, { from: '2025-01-01' }))).toBe('accepted');
  });

  it('has an address of plain letters and a life that ends after it begins', async () => {
    expect(await refusal(aUnit('SQUAD', 'Radio', { slug: 'Radio One' }))).toBe(
      'An address is made of small letters, digits and single hyphens.',
    );
    expect(await refusal(aUnit('SQUAD', 'Radio', { from: '2025-01-01', to: '2025-01-01' }))).toBe(
      'A unit must end after the day it begins.',
    );
    expect(await refusal(aUnit('TRIBE', 'Platform', { isPlatformTeam: true }))).toBe(
      'Only a squad can be the ML Platform team.',
    );
  });

  it('is renamed to itself, split or merged into another, dissolved into none', async () => {
    const [radio, mixes] = [await aSquad('Radio'), await aSquad('Mixes')];
    const succession = (kind: 'RENAME' | 'SPLIT' | 'DISSOLVE', successorId: string | null) =>
      db.unitSuccession.create({
        data: {
          kind,
          predecessorId: radio.id,
          successorId,
          effectiveOn: day('2025-01-01'),
          recordedAt: day('2025-01-01'),
        },
      });
    const sentence = /^A rename keeps the unit/;
    expect(await refusal(succession('RENAME', radio.id))).toMatch(sentence);
    expect(await refusal(succession('SPLIT', radio.id))).toMatch(sentence);
    expect(await refusal(succession('DISSOLVE', mixes.id))).toMatch(sentence);
    expect(await refusal(succession('SPLIT', mixes.id))).toBe('accepted');
  });

  it('keeps every succession and every entry of the trail as they were written', async () => {
    const { actor, now } = await anAdministrator();
    const radio = await aSquad('Radio');
    const succession = await db.unitSuccession.create({
      data: {
        kind: 'DISSOLVE',
        predecessorId: radio.id,
        effectiveOn: day('2025-01-01'),
        recordedAt: now,
      },
    });
    const entry = await db.auditEntry.create({
      data: {
        at: now,
        actorName: actor.name,
        action: 'unit.dissolved',
        subjectKind: 'unit',
        subjectId: radio.id,
      },
    });
    await expect(db.unitSuccession.delete({ where: { id: succession.id } })).rejects.toThrow(
      /append_only|never changed or deleted/,
    );
    await expect(
      db.auditEntry.update({ where: { id: entry.id }, data: { actorName: 'Nobody' } }),
    ).rejects.toThrow(/append_only|never changed or deleted/);
    await expect(db.auditEntry.delete({ where: { id: entry.id } })).rejects.toThrow(
      /append_only|never changed or deleted/,
    );
  });
});

describe('a person', () => {
  it('has a plain handle, an address in small letters, and leaves after starting', async () => {
    expect(await refusal(aPerson('Ada', { handle: 'Ada!' }))).toBe(
      'A handle is made of small letters, digits and single hyphens.',
    );
    expect(await refusal(aPerson('Ada', { startedOn: '2025-01-02', leftOn: '2025-01-01' }))).toBe(
      'A person cannot leave before starting.',
    );
    await expect(aPerson('Ada', { email: 'Ada@example.test' })).rejects.toThrow(
      /person_email_lower_case/,
    );
  });
});
