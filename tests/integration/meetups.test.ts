import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelMeetup,
  editMeetup,
  moveMeetup,
  planMeetup,
  restoreMeetup,
} from '@/features/meetups/dates/commands';
import { getMeetup } from '@/features/meetups/dates/queries';
import {
  getMeetupFacts,
  listMeetupTitles,
  listPastMeetupsForPicker,
} from '@/features/meetups/naming/queries';
import {
  getNextMeetup,
  listMeetups,
  listMeetupsForSearch,
  listMeetupsOfUnit,
} from '@/features/meetups/queries';
import type { Context } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden, NotFound } from '@/foundation/errors';
import { encodeCursor } from '@/foundation/pagination';
import { emptyDatabase } from '../support/database';
import { aMeetup, anAgendaItem } from '../support/meetups';
import {
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSubguild,
  aVisitor,
  contextOf,
  day,
  NOON,
} from '../support/org';

const hours = (count: number) => new Date(NOON.getTime() + count * 3_600_000);

async function aGuildWithLead() {
  const guild = await aGuild('Machine learning');
  const lead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
  return { guild, lead };
}

describe('the calendar of meetups', () => {
  beforeEach(() => emptyDatabase());

  it('shows what is to come from the next date on, one under way first', async () => {
    const me = await aVisitor();
    await aMeetup('Over', { startsAt: hours(-3) });
    await aMeetup('Later', { startsAt: hours(50) });
    await aMeetup('Under way', { startsAt: hours(-1) });
    await aMeetup('Next', { startsAt: hours(2) });

    const { items } = await listMeetups(me, { when: 'upcoming' });
    expect(items.map(({ title }) => title)).toEqual(['Under way', 'Next', 'Later']);
    const past = await listMeetups(me, { when: 'past' });
    expect(past.items.map(({ title }) => title)).toEqual(['Over']);
  });

  it('eighteen months of history can be walked to the end, each date once', async () => {
    const guild = await aGuild();
    for (let week = 1; week <= 39; week++) {
      await aMeetup(`Evening ${week}`, { of: guild, startsAt: addDays(NOON, -14 * week) });
    }
    const me = await aVisitor();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listMeetups(me, { when: 'past', after, size: 10 });
      seen.push(...page.items.map(({ title }) => title));
      after = page.nextCursor ?? undefined;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 39 }, (_, index) => `Evening ${index + 1}`));
  });

  it('two dates at the same instant are both seen across a page’s end', async () => {
    const me = await aVisitor();
    for (const title of ['A', 'B', 'C']) await aMeetup(title, { startsAt: hours(5) });
    const first = await listMeetups(me, { when: 'upcoming', size: 2 });
    const rest = await listMeetups(me, {
      when: 'upcoming',
      size: 2,
      after: first.nextCursor ?? undefined,
    });
    const titles = [...first.items, ...rest.items].map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['A', 'B', 'C']);
  });

  it('an address with a made-up place in the list opens its beginning', async () => {
    await aMeetup('First');
    const after = encodeCursor(['never', 'x']);
    const { items } = await listMeetups(await aVisitor(), { when: 'upcoming', after });
    expect(items.map(({ title }) => title)).toEqual(['First']);
  });

  it('of my guilds only, or of one guild with its sub-guilds', async () => {
    const guild = await aGuild('Machine learning');
    const audio = await aSubguild('Audio', { within: guild });
    const other = await aGuild('Web');
    await aMeetup('Ours', { of: guild });
    await aMeetup('Audio evening', { of: audio });
    await aMeetup('Theirs', { of: other });
    const me = await contextOf(await aMemberOf(audio));

    const mine = await listMeetups(me, { when: 'upcoming', mine: true });
    expect(mine.items.map(({ title }) => title)).toEqual(['Audio evening']);
    const within = await listMeetups(me, { when: 'upcoming', unitSlug: guild.slug });
    expect(within.items.map(({ title }) => title).toSorted()).toEqual(['Audio evening', 'Ours']);
  });

  it('Today shows the next date of my guilds that is held, with my own answer', async () => {
    const { guild } = await aGuildWithLead();
    const person = await aMemberOf(guild);
    const me = await contextOf(person);
    await aMeetup('Elsewhere', { startsAt: hours(1) });
    const reason = { cancelledAt: NOON, cancelledReason: 'Public holiday' };
    await aMeetup('Called off', { of: guild, startsAt: hours(2), ...reason });
    const next = await aMeetup('Held', { of: guild, startsAt: hours(30) });
    await db.rsvp.create({
      data: { meetupId: next.id, personId: person.id, answer: 'MAYBE', at: NOON },
    });
    await anAgendaItem(next, { title: 'Drift in audio features' });

    expect(await getNextMeetup(me)).toMatchObject({
      title: 'Held',
      myAnswer: 'MAYBE',
      unitName: 'Machine learning',
      agendaTitles: ['Drift in audio features'],
    });
    expect(await getNextMeetup(await aVisitor())).toBeNull();
  });

  it('a unit’s own page gets what comes and what was', async () => {
    const guild = await aGuild();
    await aMeetup('Was', { of: guild, startsAt: hours(-30) });
    await aMeetup('Comes', { of: guild });
    const { upcoming, past } = await listMeetupsOfUnit(await aVisitor(), guild.id);
    expect([upcoming[0]?.title, past[0]?.title]).toEqual(['Comes', 'Was']);
  });

  it('a held date can be picked by its title or its guild, and tells who was there', async () => {
    const guild = await aGuild('Machine learning');
    const person = await aPerson();
    const held = await aMeetup('Cold start evening', { of: guild, startsAt: hours(-30) });
    await aMeetup('100% recall', { of: guild, startsAt: hours(-60) });
    await aMeetup('To come', { of: guild });
    await db.attendance.create({
      data: { meetupId: held.id, personId: person.id, recordedAt: NOON },
    });
    const me = await aVisitor();
    const titles = async (text: string) =>
      (await listPastMeetupsForPicker(me, text)).map(({ title }) => title);

    expect(await titles('')).toEqual(['Cold start evening', '100% recall']);
    expect(await titles('cold')).toEqual(['Cold start evening']);
    expect(await titles('machine')).toHaveLength(2);
    expect(await titles('0% r')).toEqual(['100% recall']);
    expect(await titles('_')).toEqual([]);
    expect(await getMeetupFacts(me, held.id)).toMatchObject({
      startsAt: held.startsAt,
      attendeeIds: [person.id],
    });
    expect(await getMeetupFacts(me, 'no-such-meetup')).toBeNull();
    expect(await listMeetupTitles(me, [held.id, 'no-such-meetup'])).toMatchObject([
      { id: held.id, title: 'Cold start evening', unitName: 'Machine learning' },
    ]);
  });

  it('search finds dates by agenda, presenter and notes, but no empty ones', async () => {
    const presenter = await aPerson('Ada Larsen');
    const talk = await aMeetup('Evening', { notes: 'We compared three losses.' });
    await anAgendaItem(talk, { title: 'Two-tower retrieval', presenterId: presenter.id });
    await aMeetup('Empty');
    const me = await anAdministrator();
    const [found, ...others] = await listMeetupsForSearch(me, null, null);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ subjectId: talk.id, address: `/meetups/${talk.id}` });
    expect(found?.body).toMatch(/Two-tower retrieval\nAda Larsen/);
    expect(found?.body).toMatch(/three losses/);
    expect(await listMeetupsForSearch(me, [talk.id], null)).toHaveLength(1);
    expect(await listMeetupsForSearch(me, null, talk.id)).toEqual([]);
  });
});

describe('moving a date', () => {
  it('keeps the day the rule gave it, its first time and the reason, in the meeting’s own zone', async () => {
    const { guild, lead } = await aGuildWithLead();
    const meetup = await aMeetup('Evening', { of: guild });
    const move = { meetupId: meetup.id, durationMinutes: 60, reason: 'The room is taken' };
    await moveMeetup(lead, { ...move, movesTo: day('2026-04-02'), localTime: '16:00' });
    await moveMeetup(lead, { ...move, movesTo: day('2026-04-03'), localTime: '10:00' });

    expect(await getMeetup(lead, meetup.id)).toMatchObject({
      occursOn: meetup.occursOn,
      startsAt: new Date('2026-04-03T09:00:00Z'),
      endsAt: new Date('2026-04-03T10:00:00Z'),
      movedFrom: meetup.startsAt,
      movedReason: 'The room is taken',
      isMoved: true,
    });
  });

  it('back to where it was makes it an ordinary date again', async () => {
    const { guild, lead } = await aGuildWithLead();
    const meetup = await aMeetup('Evening', { of: guild });
    const move = { meetupId: meetup.id, durationMinutes: 90, reason: 'Holiday' };
    await moveMeetup(lead, { ...move, movesTo: day('2026-03-09'), localTime: '16:00' });
    await moveMeetup(lead, { ...move, movesTo: day('2026-03-05'), localTime: '12:00' });
    expect(await getMeetup(lead, meetup.id)).toMatchObject({ movedFrom: null, movedReason: null });
  });

  it('is refused into the past, once it has begun, and when it is called off', async () => {
    const { guild, lead } = await aGuildWithLead();
    const move = {
      movesTo: day('2026-04-02'),
      localTime: '16:00',
      durationMinutes: 90,
      reason: 'x',
    };
    const begun = await aMeetup('Begun', { of: guild, startsAt: hours(-1) });
    expect(await moveMeetup(lead, { meetupId: begun.id, ...move })).toEqual({
      ok: false,
      reason: 'begun',
    });
    const planned = await aMeetup('Planned', { of: guild });
    const past = { meetupId: planned.id, ...move, movesTo: day('2026-03-01') };
    expect(await moveMeetup(lead, past)).toEqual({ ok: false, reason: 'in-the-past' });
    await cancelMeetup(lead, { meetupId: planned.id, reason: 'Snow' });
    expect(await moveMeetup(lead, { meetupId: planned.id, ...move })).toEqual({
      ok: false,
      reason: 'cancelled',
    });
  });
});

describe('calling a date off', () => {
  it('keeps it with its reason, and can be taken back', async () => {
    const { guild, lead } = await aGuildWithLead();
    const meetup = await aMeetup('Evening', { of: guild });
    await anAgendaItem(meetup);
    await cancelMeetup(lead, { meetupId: meetup.id, reason: 'Public holiday' });
    expect(await getMeetup(lead, meetup.id)).toMatchObject({
      isCancelled: true,
      cancelledReason: 'Public holiday',
      acceptsRsvps: false,
      occursOn: meetup.occursOn,
    });
    await restoreMeetup(lead, { meetupId: meetup.id });
    expect(await getMeetup(lead, meetup.id)).toMatchObject({
      isCancelled: false,
      cancelledReason: null,
      acceptsRsvps: true,
      agendaTitles: [expect.any(String)],
    });
  });

  it('is refused once people are recorded as having been there', async () => {
    const { guild, lead } = await aGuildWithLead();
    const held = await aMeetup('Held', { of: guild, startsAt: hours(-5) });
    const person = await aPerson();
    await db.attendance.create({
      data: { meetupId: held.id, personId: person.id, recordedAt: NOON },
    });
    expect(await cancelMeetup(lead, { meetupId: held.id, reason: 'x' })).toEqual({
      ok: false,
      reason: 'took-place',
    });
  });
});

describe('every change of a date', () => {
  it('is in the audit trail with what was before and after, and announced once', async () => {
    const { guild, lead } = await aGuildWithLead();
    const meetup = await aMeetup('Evening', { of: guild });
    const words = { title: 'Ranking evening', location: '', recordingUrl: null, notes: 'Notes' };
    await editMeetup(lead, { meetupId: meetup.id, ...words });
    await editMeetup(lead, { meetupId: meetup.id, ...words });

    const trail = await db.auditEntry.findMany({ where: { subjectId: meetup.id } });
    expect(trail).toMatchObject([
      {
        action: 'meetup.edited',
        actorName: 'Lena',
        before: { title: 'Evening', notes: '' },
        after: { title: 'Ranking evening', notes: 'Notes' },
      },
    ]);
    const facts = await db.outboxEvent.findMany({
      where: { payload: { path: ['meetupId'], equals: meetup.id } },
    });
    expect(facts.map(({ name }) => name)).toEqual(['meetup.changed']);
  });
});

describe('a single meetup', () => {
  it('is announced by a lead of its guild, at wall-clock time in its zone', async () => {
    const { guild, lead } = await aGuildWithLead();
    const input = {
      unitId: guild.id,
      title: 'Reading of a paper',
      heldOn: day('2026-07-01'),
      localTime: '16:00',
      timeZone: 'Europe/Lisbon',
      durationMinutes: 45,
      location: '',
    };
    const planned = await planMeetup(lead, input);
    if (!planned.ok) throw new Error(planned.reason);
    expect(await getMeetup(lead, planned.meetupId)).toMatchObject({
      startsAt: new Date('2026-07-01T15:00:00Z'),
      seriesSlug: null,
    });
    expect(await planMeetup(lead, { ...input, timeZone: 'Europe/Atlantis' })).toMatchObject({
      reason: 'unknown-time-zone',
    });
    await expect(planMeetup(await aVisitor(), input)).rejects.toThrow(Forbidden);
  });
});

describe('who may run a guild’s meetups', () => {
  it('its leads, those of the guild above, and administrators; nobody else, and what they see says the same', async () => {
    const guild = await aGuild('Machine learning');
    const audio = await aSubguild('Audio', { within: guild });
    const sibling = await aSubguild('Vision', { within: guild });
    const formerLead = await aPerson('Former lead');
    await aMembership(formerLead, audio, { role: 'LEAD', to: '2026-02-01' });
    const people: [string, Context, boolean][] = [
      ['lead', await contextOf(await aMemberOf(audio, 'L', { role: 'LEAD' })), true],
      ['lead above', await contextOf(await aMemberOf(guild, 'A', { role: 'LEAD' })), true],
      ['administrator', await anAdministrator(), true],
      ['lead beside', await contextOf(await aMemberOf(sibling, 'S', { role: 'LEAD' })), false],
      ['member', await contextOf(await aMemberOf(audio)), false],
      ['former lead', await contextOf(formerLead), false],
      ['visitor', await aVisitor(), false],
    ];
    for (const [who, context, isAllowed] of people) {
      const meetup = await aMeetup('Evening', { of: audio });
      expect((await getMeetup(context, meetup.id))?.canRun, who).toBe(isAllowed);
      const cancelling = cancelMeetup(context, { meetupId: meetup.id, reason: 'x' });
      if (isAllowed) expect(await cancelling, who).toEqual({ ok: true });
      else await expect(cancelling, who).rejects.toThrow(Forbidden);
    }
  });

  it('a date that does not exist is not found', async () => {
    const lead = await anAdministrator();
    expect(await getMeetup(lead, 'none')).toBeNull();
    await expect(restoreMeetup(lead, { meetupId: 'none' })).rejects.toThrow(NotFound);
  });
});
