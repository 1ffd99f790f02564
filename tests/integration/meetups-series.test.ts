import { describe, expect, it } from 'vitest';
import { extendAllSeries } from '@/features/meetups/commands';
import { listMeetups } from '@/features/meetups/queries';
import { changeSeries, createSeries, endSeries } from '@/features/meetups/series/commands';
import { getSeries, listSeries, listUnitsIMayHostFor } from '@/features/meetups/series/queries';
import { type Context, systemContext } from '@/foundation/context';
import { addDays, formatDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { anAgendaItem, aSeries } from '../support/meetups';
import {
  aGuild,
  aMemberOf,
  anAdministrator,
  aSquad,
  aSubguild,
  aVisitor,
  contextOf,
  day,
  NOON,
} from '../support/org';

const everyOtherThursday = {
  title: 'ML guild meetup',
  purpose: 'Talks and problems every two weeks.',
  timeZone: 'Europe/Lisbon',
  pattern: 'TWO_WEEKS',
  rule: '',
  localTime: '16:00',
  durationMinutes: 90,
  location: 'Room 4',
  lastOn: null,
} as const;

const datesOf = async (seriesId: string) =>
  db.meetup.findMany({ where: { seriesId }, orderBy: { occursOn: 'asc' } });

async function aRunningSeries(traits: Parameters<typeof aSeries>[1] = {}) {
  const guild = await aGuild();
  const lead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
  const series = await aSeries(guild, traits);
  await extendAllSeries(systemContext(NOON));
  return { guild, lead, series, dates: await datesOf(series.id) };
}

describe('starting a series', () => {
  it('puts half a year of dates into the calendar at once, 16:00 by the clock in Lisbon all along', async () => {
    const guild = await aGuild();
    const lead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
    const input = { ...everyOtherThursday, unitId: guild.id, firstOn: day('2026-03-05') };
    const created = await createSeries(lead, input);
    if (!created.ok) throw new Error(created.reason);

    const dates = await datesOf(created.seriesId);
    expect(dates).toHaveLength(13);
    expect(dates[0]).toMatchObject({
      title: 'ML guild meetup',
      startsAt: new Date('2026-03-05T16:00:00Z'),
      endsAt: new Date('2026-03-05T17:30:00Z'),
      location: 'Room 4',
    });
    expect(dates.at(-1)?.startsAt).toEqual(new Date('2026-08-20T15:00:00Z'));
    expect(await getSeries(lead, created.slug)).toMatchObject({
      rhythm: 'every two weeks on Thursday',
      canRun: true,
    });
  });

  it('two series of one title have addresses of their own, also when started at once', async () => {
    const guild = await aGuild();
    const lead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
    const input = {
      ...everyOtherThursday,
      title: 'Réunion d’été',
      unitId: guild.id,
      firstOn: day('2026-03-05'),
    };
    const both = await Promise.all([createSeries(lead, input), createSeries(lead, input)]);
    const slugs = both.map((result) => (result.ok ? result.slug : result.reason));
    expect(slugs.toSorted()).toEqual(['reunion-dete', 'reunion-dete-2']);
  });

  it.each([
    [{ timeZone: 'Europe/Atlantis' }, 'unknown-time-zone'],
    [{ pattern: 'RULE', rule: 'FREQ=HOURLY' }, 'rule'],
    [{ lastOn: day('2026-03-01') }, 'rule'],
    [{ firstOn: day('2019-03-05') }, 'too-long-ago'],
  ] as const)('%j is refused as %s', async (faults, reason) => {
    const admin = await anAdministrator();
    const guild = await aGuild();
    const input = { ...everyOtherThursday, unitId: guild.id, firstOn: day('2026-03-05') };
    expect(await createSeries(admin, { ...input, ...faults })).toMatchObject({ ok: false, reason });
  });

  it('is for leads of the guild or the guild above, and administrators', async () => {
    const guild = await aGuild();
    const audio = await aSubguild('Audio', { within: guild });
    const squad = await aSquad();
    const people: [string, Context, boolean][] = [
      ['lead', await contextOf(await aMemberOf(audio, 'L', { role: 'LEAD' })), true],
      ['lead above', await contextOf(await aMemberOf(guild, 'A', { role: 'LEAD' })), true],
      ['administrator', await anAdministrator(), true],
      ['squad lead', await contextOf(await aMemberOf(squad, 'S', { role: 'LEAD' })), false],
      ['member', await contextOf(await aMemberOf(audio)), false],
      ['visitor', await aVisitor(), false],
    ];
    for (const [who, context, isAllowed] of people) {
      const input = { ...everyOtherThursday, unitId: audio.id, firstOn: day('2026-03-05') };
      const offered = await listUnitsIMayHostFor(context);
      expect(
        offered.some(({ id }) => id === audio.id),
        who,
      ).toBe(isAllowed);
      if (isAllowed) expect(await createSeries(context, input), who).toMatchObject({ ok: true });
      else await expect(createSeries(context, input), who).rejects.toThrow(Forbidden);
    }
  });
});

describe('extending the calendar', () => {
  it('every day anew adds only what has come into reach, and two at once add nothing twice', async () => {
    const { series, dates } = await aRunningSeries();
    await Promise.all([extendAllSeries(systemContext(NOON)), extendAllSeries(systemContext(NOON))]);
    expect(await datesOf(series.id)).toEqual(dates);

    await extendAllSeries(systemContext(addDays(NOON, 28)));
    const later = await datesOf(series.id);
    expect(later).toHaveLength(dates.length + 2);
    expect(later.slice(0, dates.length)).toEqual(dates);
  });

  it('catches up after a long pause without leaving a gap', async () => {
    const { series } = await aRunningSeries();
    await extendAllSeries(systemContext(addDays(NOON, 500)));
    const days = (await datesOf(series.id)).map(({ occursOn }) => +occursOn);
    const gaps = days.slice(1).map((at, index) => (at - (days[index] ?? 0)) / 86_400_000);
    expect(new Set(gaps)).toEqual(new Set([14]));
  });

  it('does not fill the day of a date that was moved, and goes no further than the last date', async () => {
    const { series, dates } = await aRunningSeries({ lastOn: '2026-04-02' });
    expect(dates.map(({ occursOn }) => formatDay(occursOn))).toEqual([
      '2026-03-05',
      '2026-03-19',
      '2026-04-02',
    ]);
    await db.meetup.update({
      where: { id: dates[1]?.id },
      data: { startsAt: day('2026-03-20'), endsAt: day('2026-03-21') },
    });
    await extendAllSeries(systemContext(addDays(NOON, 100)));
    expect(await datesOf(series.id)).toHaveLength(3);
  });
});

describe('changing a series from a date on', () => {
  const toTuesday = {
    ...everyOtherThursday,
    title: 'ML guild meetup',
    pattern: 'TWO_WEEKS',
    fromOn: day('2026-04-14'),
    localTime: '10:00',
    reason: 'More people can come in the morning',
  } as const;

  it('what lies before stays; what follows is on the new day and hour', async () => {
    const { lead, series } = await aRunningSeries();
    const changed = await changeSeries(lead, { ...toTuesday, seriesId: series.id });
    expect(changed).toMatchObject({ ok: true, cancelledCount: 0 });
    const dates = await datesOf(series.id);
    expect(
      dates.slice(0, 5).map(({ occursOn, startsAt }) => [formatDay(occursOn), startsAt]),
    ).toEqual([
      ['2026-03-05', new Date('2026-03-05T16:00:00Z')],
      ['2026-03-19', new Date('2026-03-19T16:00:00Z')],
      ['2026-04-02', new Date('2026-04-02T15:00:00Z')],
      ['2026-04-14', new Date('2026-04-14T09:00:00Z')],
      ['2026-04-28', new Date('2026-04-28T09:00:00Z')],
    ]);
    expect(await getSeries(lead, series.slug)).toMatchObject({
      rhythm: 'every two weeks on Tuesday',
      localTime: '10:00',
    });
  });

  it('a date with an agenda goes along to the nearest new day, and says from where and why', async () => {
    const { lead, series, dates } = await aRunningSeries();
    const prepared = dates[3];
    if (!prepared) throw new Error('no such date');
    await anAgendaItem(prepared, { title: 'Prepared talk' });
    await changeSeries(lead, { ...toTuesday, seriesId: series.id });

    const [talk] = await db.agendaItem.findMany({
      where: { title: 'Prepared talk' },
      select: { meetup: true },
    });
    expect(talk?.meetup).toMatchObject({
      id: prepared.id,
      occursOn: day('2026-04-14'),
      movedFrom: prepared.startsAt,
      movedReason: toTuesday.reason,
      cancelledAt: null,
    });
  });

  it('made twice it changes nothing the second time', async () => {
    const { lead, series } = await aRunningSeries();
    await changeSeries(lead, { ...toTuesday, seriesId: series.id });
    const once = await datesOf(series.id);
    await changeSeries(lead, { ...toTuesday, seriesId: series.id });
    expect(await datesOf(series.id)).toEqual(once);
  });

  it('a date that was moved or called off on its own is left as it is', async () => {
    const { lead, series, dates } = await aRunningSeries();
    const ids = dates.slice(3, 5).map(({ id }) => id);
    await db.meetup.update({
      where: { id: ids[0] },
      data: { startsAt: day('2026-04-17'), endsAt: day('2026-04-18') },
    });
    await db.meetup.update({
      where: { id: ids[1] },
      data: { cancelledAt: NOON, cancelledReason: 'Holiday' },
    });
    const before = await db.meetup.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
    await changeSeries(lead, { ...toTuesday, seriesId: series.id });
    const after = await db.meetup.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
    expect(after).toEqual(before);
  });

  it('a new place and title alone keep the rhythm, except for a date with a title of its own', async () => {
    const { lead, series, dates } = await aRunningSeries();
    await db.meetup.update({ where: { id: dates[2]?.id }, data: { title: 'Annual demo day' } });
    await changeSeries(lead, {
      ...everyOtherThursday,
      seriesId: series.id,
      fromOn: day('2026-03-05'),
      title: 'Guild evening',
      location: 'Auditorium',
      reason: 'A bigger room',
    });
    const after = await datesOf(series.id);
    expect(after.map(({ id }) => id)).toEqual(dates.map(({ id }) => id));
    expect(after.slice(0, 4).map(({ title }) => title)).toEqual([
      'Guild evening',
      'Guild evening',
      'Annual demo day',
      'Guild evening',
    ]);
    expect(new Set(after.map(({ location }) => location))).toEqual(new Set(['Auditorium']));
  });

  it('is in the audit trail, and refused for the past and for those who may not', async () => {
    const { lead, series } = await aRunningSeries();
    const change = { ...toTuesday, seriesId: series.id };
    expect(await changeSeries(lead, { ...change, fromOn: day('2026-03-01') })).toMatchObject({
      reason: 'in-the-past',
    });
    expect(await changeSeries(lead, { ...change, fromOn: day('2027-03-01') })).toMatchObject({
      reason: 'too-far',
    });
    await expect(changeSeries(await aVisitor(), change)).rejects.toThrow(Forbidden);
    await changeSeries(lead, change);
    const trail = await db.auditEntry.findMany({ where: { subjectId: series.id } });
    expect(trail).toMatchObject([
      {
        action: 'series.changed',
        reason: toTuesday.reason,
        before: { localTime: '16:00', recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH' },
        after: { localTime: '10:00', recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' },
      },
    ]);
  });

  it('at the same moment as the calendar is extended leaves no date of the old rule behind', async () => {
    const { lead, series } = await aRunningSeries();
    const later = addDays(NOON, 30);
    await Promise.all([
      extendAllSeries(systemContext(later)),
      changeSeries(lead, { ...toTuesday, seriesId: series.id }),
      extendAllSeries(systemContext(later)),
    ]);
    await extendAllSeries(systemContext(later));
    const after = (await datesOf(series.id)).filter(({ occursOn }) => occursOn >= toTuesday.fromOn);
    expect(new Set(after.map(({ occursOn }) => occursOn.getUTCDay()))).toEqual(new Set([2]));
  });
});

describe('ending a series', () => {
  it('removes empty dates, calls off prepared ones, and adds none any more', async () => {
    const { lead, series, dates } = await aRunningSeries();
    const prepared = dates[4];
    if (!prepared) throw new Error('no such date');
    await anAgendaItem(prepared);
    const end = { seriesId: series.id, lastOn: day('2026-04-02'), reason: 'The guild merges' };
    await expect(endSeries(await aVisitor(), end)).rejects.toThrow(Forbidden);
    await endSeries(lead, end);
    await extendAllSeries(systemContext(addDays(NOON, 60)));

    const after = await datesOf(series.id);
    expect(after).toHaveLength(4);
    expect(after[3]).toMatchObject({ id: prepared.id, cancelledReason: 'The guild merges' });
    const { items } = await listSeries({ ...lead, now: addDays(NOON, 60) }, undefined);
    expect(items.find(({ id }) => id === series.id)).toMatchObject({
      hasEnded: true,
      nextAt: null,
    });
  });

  it('later than first thought brings the dates back', async () => {
    const { lead, series } = await aRunningSeries({ lastOn: '2026-03-19' });
    await endSeries(lead, { seriesId: series.id, lastOn: day('2026-04-30'), reason: 'Longer' });
    expect(await datesOf(series.id)).toHaveLength(5);
  });
});

describe('the dates of one series', () => {
  it('are listed apart from those of others', async () => {
    const { lead, series } = await aRunningSeries();
    await aRunningSeries();
    const { items } = await listMeetups(lead, { when: 'upcoming', seriesId: series.id });
    expect(items).toHaveLength(13);
  });
});
