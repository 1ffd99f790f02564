import { describe, expect, it } from 'vitest';
import { answerRsvp, recordAttendance } from '@/features/meetups/presence/commands';
import { getPresence, listAttendanceSheet } from '@/features/meetups/presence/queries';
import { type Context, systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { aMeetup } from '../support/meetups';
import {
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSubguild,
  aVisitor,
  contextOf,
  NOON,
  somePeople,
} from '../support/org';

const hours = (count: number) => new Date(NOON.getTime() + count * 3_600_000);

describe('saying whether one comes', () => {
  it('can be changed until it begins; the last word counts', async () => {
    const meetup = await aMeetup();
    const me = await aVisitor();
    for (const answer of ['YES', 'NO', 'MAYBE'] as const) {
      expect(await answerRsvp(me, { meetupId: meetup.id, answer })).toEqual({ ok: true, answer });
    }
    expect(await getPresence(me, meetup.id)).toMatchObject({
      counts: { YES: 0, MAYBE: 1, NO: 0 },
      maybe: [{ name: 'Noor' }],
    });
  });

  it('clicked twice at once is one answer and one fact', async () => {
    const meetup = await aMeetup();
    const me = await aVisitor();
    const click = () => answerRsvp(me, { meetupId: meetup.id, answer: 'YES' });
    await Promise.all([click(), click(), click()]);
    expect(await db.rsvp.count({ where: { meetupId: meetup.id } })).toBe(1);
    const facts = await db.outboxEvent.findMany({ where: { actorId: me.actor.personId } });
    expect(facts.map(({ name }) => name)).toEqual(['rsvp.answered']);
  });

  it('is no longer taken once it has begun or is called off', async () => {
    const me = await aVisitor();
    const begun = await aMeetup('Begun', { startsAt: NOON });
    const off = await aMeetup('Off', { cancelledAt: NOON, cancelledReason: 'Snow' });
    for (const { id } of [begun, off]) {
      expect(await answerRsvp(me, { meetupId: id, answer: 'YES' })).toEqual({
        ok: false,
        reason: 'closed',
      });
    }
  });

  it('is for people, not for the system', async () => {
    const meetup = await aMeetup();
    const answer = answerRsvp(systemContext(NOON), { meetupId: meetup.id, answer: 'YES' });
    await expect(answer).rejects.toThrow(Forbidden);
  });
});

describe('recording who was there', () => {
  const sheet = { shown: [] as string[], before: [] as string[], ticked: [] as string[] };

  async function aHeldMeetup() {
    const guild = await aGuild();
    const meetup = await aMeetup('Held', { of: guild, startsAt: hours(-2) });
    const people = await somePeople(3);
    const [one, two, three] = people.map(({ id }) => id) as [string, string, string];
    const leads = await Promise.all(
      ['Lena', 'Lars'].map(async (name) =>
        contextOf(await aMemberOf(guild, name, { role: 'LEAD' })),
      ),
    );
    const [lena, lars] = leads as [Context, Context];
    return { guild, meetup, people: [one, two, three] as const, lena, lars };
  }

  const attendees = async (meetupId: string) =>
    (await db.attendance.findMany({ where: { meetupId } }))
      .map(({ personId }) => personId)
      .toSorted();

  it('is for leads of the guild or the guild above, and administrators', async () => {
    const guild = await aGuild();
    const audio = await aSubguild('Audio', { within: guild });
    const meetup = await aMeetup('Held', { of: audio, startsAt: hours(-2) });
    const people: [string, Context, boolean][] = [
      ['lead', await contextOf(await aMemberOf(audio, 'L', { role: 'LEAD' })), true],
      ['lead above', await contextOf(await aMemberOf(guild, 'A', { role: 'LEAD' })), true],
      ['administrator', await anAdministrator(), true],
      ['member', await contextOf(await aMemberOf(audio)), false],
      ['visitor', await aVisitor(), false],
    ];
    for (const [who, context, isAllowed] of people) {
      const recording = recordAttendance(context, { meetupId: meetup.id, ...sheet });
      if (isAllowed) expect(await recording, who).toMatchObject({ ok: true });
      else await expect(recording, who).rejects.toThrow(Forbidden);
    }
  });

  it('waits until it has begun', async () => {
    const meetup = await aMeetup();
    const admin = await anAdministrator();
    expect(await recordAttendance(admin, { meetupId: meetup.id, ...sheet })).toEqual({
      ok: false,
      reason: 'not-begun',
    });
  });

  it('two leads who fill in the list at once do not undo each other', async () => {
    const { meetup, people, lena, lars } = await aHeldMeetup();
    const [one, two, three] = people;
    const empty = { meetupId: meetup.id, shown: [...people], before: [] };
    await Promise.all([
      recordAttendance(lena, { ...empty, ticked: [one, two] }),
      recordAttendance(lars, { ...empty, ticked: [two, three] }),
    ]);
    expect(await attendees(meetup.id)).toEqual([...people].toSorted());
  });

  it('sent twice it records, and announces, once', async () => {
    const { meetup, people, lena } = await aHeldMeetup();
    const ticks = { meetupId: meetup.id, shown: [...people], before: [], ticked: [people[0]] };
    await recordAttendance(lena, ticks);
    expect(await recordAttendance(lena, ticks)).toEqual({ ok: true, added: [], removed: [] });
    const facts = await db.outboxEvent.findMany({
      where: { name: 'attendance.recorded', actorId: lena.actor.personId },
    });
    expect(facts).toHaveLength(1);
    const trail = await db.auditEntry.findMany({ where: { subjectId: meetup.id } });
    expect(trail).toMatchObject([{ actorName: 'Lena', after: { personIds: [people[0]] } }]);
  });

  it('a tick taken away removes that person only', async () => {
    const { meetup, people, lena, lars } = await aHeldMeetup();
    const [one, two, three] = people;
    const all = { meetupId: meetup.id, shown: [...people] };
    await recordAttendance(lena, { ...all, before: [], ticked: [one, two] });
    await recordAttendance(lars, { ...all, before: [one, two], ticked: [two, three] });
    expect(await attendees(meetup.id)).toEqual([two, three].toSorted());
  });

  it('an id that is nobody’s is passed over', async () => {
    const { meetup, people, lena } = await aHeldMeetup();
    const ticked = [people[0], 'nobody'];
    const result = await recordAttendance(lena, {
      meetupId: meetup.id,
      shown: ticked,
      before: [],
      ticked,
    });
    expect(result).toMatchObject({ added: [people[0]] });
  });
});

describe('the attendance sheet', () => {
  it('lists the guild as it was on that day, whoever meant to come, and whoever is recorded', async () => {
    const guild = await aGuild();
    const meetup = await aMeetup('Held', { of: guild, startsAt: hours(-48) });
    await aMemberOf(guild, 'A member');
    const left = await aPerson('B left before');
    await aMembership(left, guild, { to: '2026-02-01' });
    const since = await aPerson('C joined after');
    await aMembership(since, guild, { from: '2026-03-01' });
    const guest = await aPerson('D guest');
    const refuser = await aPerson('E cannot');
    const answers = [
      { meetupId: meetup.id, personId: guest.id, answer: 'MAYBE' as const, at: NOON },
      { meetupId: meetup.id, personId: refuser.id, answer: 'NO' as const, at: NOON },
    ];
    await db.rsvp.createMany({ data: answers });
    const recorded = await aPerson('F recorded');
    await db.attendance.create({
      data: { meetupId: meetup.id, personId: recorded.id, recordedAt: NOON },
    });

    const me = await aVisitor();
    const { items } = await listAttendanceSheet(me, meetup.id);
    expect(items.map(({ name, answer, wasThere }) => [name, answer, wasThere])).toEqual([
      ['A member', null, false],
      ['D guest', 'MAYBE', false],
      ['F recorded', null, true],
    ]);
    const found = await listAttendanceSheet(me, meetup.id, { text: 'E CAN' });
    expect(found.items.map(({ name }) => name)).toEqual(['E cannot']);
  });

  it('of a large guild is turned over sheet by sheet, everybody once', async () => {
    const guild = await aGuild();
    const meetup = await aMeetup('Held', { of: guild, startsAt: hours(-2) });
    const people = await somePeople(120, 'Many');
    for (const person of people) await aMembership(person, guild);
    const me = await aVisitor();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAttendanceSheet(me, meetup.id, { after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.nextCursor ?? undefined;
    } while (after);
    expect(seen).toEqual(people.map(({ id }) => id));
  });

  it('the page of a date shows sixty names at most, and counts everybody', async () => {
    const meetup = await aMeetup();
    const people = await somePeople(75, 'Coming');
    await db.rsvp.createMany({
      data: people.map(({ id }) => ({
        meetupId: meetup.id,
        personId: id,
        answer: 'YES' as const,
        at: NOON,
      })),
    });
    const { counts, coming } = await getPresence(await aVisitor(), meetup.id);
    expect(counts.YES).toBe(75);
    expect(coming).toHaveLength(60);
  });
});
