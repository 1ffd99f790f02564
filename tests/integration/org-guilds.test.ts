import { describe, expect, it } from 'vitest';
import { joinGuild, leaveGuild } from '@/features/org/guilds/commands';
import { endMembership, withdrawMembership } from '@/features/org/memberships/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Conflict, Forbidden } from '@/foundation/errors';
import { atTheSameMoment } from '../support/concurrency';
import {
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  aSubguild,
  contextOf,
  day,
  NOON,
  recordedOf,
} from '../support/org';

async function aGuildWithParts() {
  const guild = await aGuild('Machine learning');
  const ranking = await aSubguild('Ranking', { within: guild });
  const bandits = await aSubguild('Bandits', { within: ranking });
  const ada = await aPerson('Ada');
  return { guild, ranking, bandits, ada, asAda: await contextOf(ada) };
}

describe('joining a guild', () => {
  it('is done by one’s own hand and recorded as such', async () => {
    const { guild, ada, asAda } = await aGuildWithParts();
    expect(await joinGuild(asAda, guild.id)).toEqual({ ok: true });
    expect(await db.membership.findFirst({ where: { personId: ada.id } })).toMatchObject({
      source: 'SELF',
      recordedById: ada.id,
      validFrom: day('2026-03-02'),
    });
    expect(await joinGuild(asAda, guild.id)).toEqual({ ok: false, reason: 'already-member' });
  });

  it('through a part of it joins everything above that part', async () => {
    const { guild, ranking, bandits, ada, asAda } = await aGuildWithParts();
    await joinGuild(asAda, bandits.id);
    expect((await recordedOf(ada, { guild, ranking, bandits })).toSorted()).toEqual([
      'bandits MEMBER 2026-03-02 open',
      'guild MEMBER 2026-03-02 open',
      'ranking MEMBER 2026-03-02 open',
    ]);
  });

  it('twice at the same moment gives one membership', async () => {
    const { guild, ada, asAda } = await aGuildWithParts();
    const join = () => joinGuild(asAda, guild.id);
    const outcomes = await atTheSameMoment('Membership', join, join);
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.ok);
    expect(won).toHaveLength(1);
    // The other one met the first in the database, or was undone there and, run anew, saw it.
    const [lost] = outcomes.filter((outcome) => !won.includes(outcome));
    if (lost?.status === 'fulfilled') {
      expect(lost.value).toEqual({ ok: false, reason: 'already-member' });
    } else {
      expect(lost?.reason).toBeInstanceOf(Conflict);
      expect(lost?.reason.message).toMatch(/^This person already has this role in this unit/);
    }
    expect(await recordedOf(ada, { guild })).toHaveLength(1);
  });

  it('is for people, and only for guilds', async () => {
    const { guild, asAda } = await aGuildWithParts();
    await expect(joinGuild(systemContext(NOON), guild.id)).rejects.toThrow(Forbidden);
    await expect(joinGuild(asAda, (await aSquad()).id)).rejects.toThrow(Forbidden);
  });
});

describe('leaving a guild', () => {
  it('leaves its parts too, and every role held in them', async () => {
    const { guild, ranking, ada } = await aGuildWithParts();
    for (const unit of [guild, ranking]) await aMembership(ada, unit, { from: '2025-01-01' });
    await aMembership(ada, ranking, { role: 'LEAD', from: '2025-06-01' });
    expect(await leaveGuild(await contextOf(ada), guild.id)).toEqual({ ok: true });
    expect((await recordedOf(ada, { guild, ranking })).toSorted()).toEqual([
      'guild MEMBER 2025-01-01 2026-03-02',
      'ranking LEAD 2025-06-01 2026-03-02',
      'ranking MEMBER 2025-01-01 2026-03-02',
    ]);
  });

  it('and joining again on the same day are two memberships', async () => {
    const { guild, ada } = await aGuildWithParts();
    await aMembership(ada, guild, { from: '2025-01-01' });
    const asAda = await contextOf(ada);
    await leaveGuild(asAda, guild.id);
    await joinGuild(asAda, guild.id);
    expect(await recordedOf(ada, { guild })).toEqual([
      'guild MEMBER 2025-01-01 2026-03-02',
      'guild MEMBER 2026-03-02 open',
    ]);
  });

  it('without being in it is answered, not recorded', async () => {
    const { guild, asAda } = await aGuildWithParts();
    expect(await leaveGuild(asAda, guild.id)).toEqual({ ok: false, reason: 'not-a-member' });
  });

  it('cannot be done for somebody else, whoever asks', async () => {
    const { guild, ada } = await aGuildWithParts();
    const { id } = await aMembership(ada, guild);
    const guildLead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
    for (const ctx of [await anAdministrator(), guildLead]) {
      const ending = { membershipId: id, on: day('2026-03-02'), reason: null };
      expect(await endMembership(ctx, ending)).toEqual({ ok: false, reason: 'join-by-own-hand' });
      expect(await withdrawMembership(ctx, { membershipId: id, reason: 'Because' })).toEqual({
        ok: false,
        reason: 'join-by-own-hand',
      });
    }
    expect(await recordedOf(ada, { guild })).toEqual(['guild MEMBER 2024-01-01 open']);
  });
});
