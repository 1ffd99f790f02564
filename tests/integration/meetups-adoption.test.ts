import { beforeEach, describe, expect, it } from 'vitest';
import { adoptImportedSchedules } from '@/features/meetups/series/adoption/commands';
import { countAdoptableSchedules } from '@/features/meetups/series/adoption/queries';
import { formatDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import type { ImportedScheduleModel } from '@/foundation/prisma-client/models';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, anAdministrator, contextOf, day } from '../support/org';

beforeEach(() => emptyDatabase());

let lastNumber = 0;

async function anImportedSchedule(
  title: string,
  { links, ...traits }: Partial<Omit<ImportedScheduleModel, 'links'>> & { links?: object } = {},
) {
  const unitId = traits.unitId ?? (await aGuild()).id;
  return db.importedSchedule.create({
    data: {
      externalKey: `schedule-${++lastNumber}`,
      title,
      originalText: 'Thursdays at 16:00 UTC (biweekly)',
      recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      timeZone: 'UTC',
      localTime: '16:00',
      ...traits,
      links: links ?? {},
      unitId,
    },
  });
}

describe('series from imported schedules', () => {
  it('start once for each that was understood, in step with a day on which it met', async () => {
    const admin = await anAdministrator();
    const guild = await aGuild('Networking');
    await anImportedSchedule('Regular meeting', {
      unitId: guild.id,
      firstOn: day('2019-01-10'),
      links: { archive: 'see the channel', meeting: 'https://meet.example/net' },
    });
    expect(await countAdoptableSchedules(admin)).toBe(1);
    const twice = await Promise.all([adoptImportedSchedules(admin), adoptImportedSchedules(admin)]);
    expect(twice.reduce((sum, { startedCount }) => sum + startedCount, 0)).toBe(1);
    expect(await countAdoptableSchedules(admin)).toBe(0);
    expect(await adoptImportedSchedules(admin)).toEqual({ startedCount: 0, passedOver: [] });

    const [series] = await db.meetupSeries.findMany({
      include: { meetups: { orderBy: { occursOn: 'asc' }, take: 2 } },
    });
    expect(series).toMatchObject({
      ownerUnitId: guild.id,
      title: 'Regular meeting',
      purpose: 'Thursdays at 16:00 UTC (biweekly)',
      location: 'https://meet.example/net',
    });
    // 2019-01-10 and these days are whole fortnights apart; nothing before today is made up.
    expect(series?.meetups.map(({ occursOn }) => formatDay(occursOn))).toEqual([
      '2026-03-12',
      '2026-03-26',
    ]);
  });

  it('do not start for what was not understood, has ended, or whose unit has ended', async () => {
    const admin = await anAdministrator();
    await anImportedSchedule('Not understood', { recurrenceRule: null, obstacle: 'When?' });
    await anImportedSchedule('Without an hour', { localTime: null });
    await anImportedSchedule('Over', { endedOn: day('2026-01-01') });
    const gone = await aGuild('Gone', { to: '2026-01-01' });
    await anImportedSchedule('Of a unit that is gone', { unitId: gone.id });
    expect(await adoptImportedSchedules(admin)).toEqual({ startedCount: 0, passedOver: [] });
  });

  it('one that cannot be held is passed over with a sentence, and holds up no other', async () => {
    const admin = await anAdministrator();
    await anImportedSchedule('A bad zone', { timeZone: 'Mars/Olympus' });
    await anImportedSchedule('B bad rule', { recurrenceRule: 'FREQ=HOURLY' });
    await anImportedSchedule('C good');
    expect(await adoptImportedSchedules(admin)).toEqual({
      startedCount: 1,
      passedOver: [
        { title: 'A bad zone', sentence: 'The zone Mars/Olympus is not known.' },
        { title: 'B bad rule', sentence: 'FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.' },
      ],
    });
  });

  it('are for administrators', async () => {
    const lead = await contextOf(await aMemberOf(await aGuild(), 'Lena', { role: 'LEAD' }));
    await expect(adoptImportedSchedules(lead)).rejects.toThrow(Forbidden);
  });
});
