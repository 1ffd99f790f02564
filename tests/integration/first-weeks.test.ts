import { beforeEach, describe, expect, it } from 'vitest';
import { hasAnsweredOnce } from '@/features/meetups/presence/queries';
import { getFirstWeeks } from '@/features/org/first-weeks/queries';
import { listFirstReads } from '@/features/wiki/first-reads/queries';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { aMeetup } from '../support/meetups';
import { aChapter, aGuild, aMemberOf, aMembership, aSquad, contextOf, NOON } from '../support/org';
import { aPage, aSpace } from '../support/wiki';

beforeEach(() => emptyDatabase());

describe('the first weeks of somebody new', () => {
  it('show their squad, their chapter and its lead, and go away by themselves', async () => {
    const [radio, science] = [await aSquad('Radio'), await aChapter('Data science')];
    await aMemberOf(science, 'Lena', { role: 'CHAPTER_LEAD' });
    const nia = await aMemberOf(radio, 'Nia', { from: '2026-02-20' });
    await aMembership(nia, science, { from: '2026-02-21' });

    const path = await getFirstWeeks(await contextOf(nia));
    expect(path?.places.map(({ name, leads }) => [name, leads.map((lead) => lead.name)])).toEqual([
      ['Data science', ['Lena']],
      ['Radio', []],
    ]);
    expect(path?.saysWhatToAsk).toBe(false);
    const later = new Date('2026-05-21T12:00:00Z');
    expect(await getFirstWeeks(await contextOf(nia, { now: later }))).toBeNull();
  });

  it('are over for somebody who only moved to another squad lately', async () => {
    const [radio, search] = [await aSquad('Radio'), await aSquad('Search')];
    const otto = await aMemberOf(radio, 'Otto', { from: '2023-01-01', to: '2026-02-20' });
    await aMembership(otto, search, { from: '2026-02-20' });
    expect(await getFirstWeeks(await contextOf(otto))).toBeNull();
  });

  it('count an answer to any meetup', async () => {
    const nia = await aMemberOf(await aGuild(), 'Nia');
    expect(await hasAnsweredOnce(await contextOf(nia))).toBe(false);
    const meetup = await aMeetup();
    await db.rsvp.create({
      data: { meetupId: meetup.id, personId: nia.id, answer: 'NO', at: NOON },
    });
    expect(await hasAnsweredOnce(await contextOf(nia))).toBe(true);
  });

  it('offer ten pages: best practice of their own guild first, what touches their skills before the rest', async () => {
    const [own, other] = [await aGuild('Ranking'), await aGuild('Audio')];
    const nia = await aMemberOf(own, 'Nia');
    await db.person.update({ where: { id: nia.id }, data: { skills: ['Evaluation'] } });
    const writer = await contextOf(nia);
    const [ranking, audio] = [
      await aSpace('ranking', { of: own }),
      await aSpace('audio', { of: other }),
    ];
    const elsewhere = await contextOf(await aMemberOf(other, 'Olu'));
    const kind = 'BEST_PRACTICE';
    await aPage(elsewhere, audio, 'mastering', undefined, { kind });
    await aPage(writer, ranking, 'baselines', undefined, { kind });
    await aPage(writer, ranking, 'offline-evaluation', undefined, { kind });
    await aPage(writer, ranking, 'how-we-meet');
    for (let number = 0; number < 9; number++)
      await aPage(elsewhere, audio, `z${number}`, undefined, { kind });

    const titles = (await listFirstReads(writer)).map(({ title }) => title);
    expect(titles).toHaveLength(10);
    expect(titles.slice(0, 3)).toEqual(['offline-evaluation', 'baselines', 'mastering']);
    expect(titles).not.toContain('how-we-meet');
  });
});
