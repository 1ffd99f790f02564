import { describe, expect, it } from 'vitest';
import {
  addAgendaItem,
  editAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
  wordAgendaItem,
} from '@/features/meetups/agenda/commands';
import { listAgenda } from '@/features/meetups/agenda/queries';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden, NotFound } from '@/foundation/errors';
import { aMeetup, anAgendaItem } from '../support/meetups';
import {
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  aVisitor,
  contextOf,
} from '../support/org';

const talk = {
  kind: 'TALK',
  title: 'Two-tower retrieval',
  summary: 'What we tried.',
  minutes: 30,
  presenter: '',
  squad: '',
} as const;

async function anEvening() {
  const guild = await aGuild();
  const lead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
  return { lead, meetup: await aMeetup('Evening', { of: guild }) };
}

const titles = async (context: Context, meetupId: string) =>
  (await listAgenda(context, meetupId)).map(({ title }) => title);

describe('an agenda', () => {
  it('takes a presenter by handle or name, with the squad that was home on that day', async () => {
    const { lead, meetup } = await anEvening();
    const radio = await aSquad('Radio');
    const before = await aSquad('Before');
    const ada = await aPerson('Ada Larsen');
    await aMembership(ada, before, { to: '2026-01-01' });
    await aMembership(ada, radio, { from: '2026-01-01' });
    for (const presenter of [ada.handle, 'ada larsen', `@${ada.handle}`]) {
      expect(await addAgendaItem(lead, { ...talk, meetupId: meetup.id, presenter })).toMatchObject({
        ok: true,
      });
    }
    const agenda = await listAgenda(await contextOf(ada), meetup.id);
    expect(agenda).toHaveLength(3);
    for (const item of agenda) {
      expect(item).toMatchObject({
        presenter: { name: 'Ada Larsen' },
        squad: { name: 'Radio' },
        isMine: true,
      });
    }
  });

  it('a name that two people share, or nobody has, is refused', async () => {
    const { lead, meetup } = await anEvening();
    await aPerson('Sam Doe');
    await aPerson('Sam Doe');
    for (const presenter of ['Sam Doe', 'Nobody']) {
      expect(await addAgendaItem(lead, { ...talk, meetupId: meetup.id, presenter })).toEqual({
        ok: false,
        reason: 'unknown-presenter',
      });
    }
    expect(await addAgendaItem(lead, { ...talk, meetupId: meetup.id, squad: 'Nowhere' })).toEqual({
      ok: false,
      reason: 'unknown-squad',
    });
  });

  it('a squad may bring a problem without a presenter', async () => {
    const { lead, meetup } = await anEvening();
    const squad = await aSquad('Stream integrity');
    await addAgendaItem(lead, {
      ...talk,
      meetupId: meetup.id,
      kind: 'PROBLEM_WORKSHOP',
      squad: 'stream integrity',
    });
    expect(await listAgenda(lead, meetup.id)).toMatchObject([
      { presenter: null, squad: { slug: squad.slug } },
    ]);
  });

  it('items change places, and stay put at the ends', async () => {
    const { lead, meetup } = await anEvening();
    const ids: string[] = [];
    for (const title of ['A', 'B', 'C']) {
      const added = await addAgendaItem(lead, { ...talk, meetupId: meetup.id, title });
      if (added.ok) ids.push(added.itemId);
    }
    const [a, b, c] = ids as [string, string, string];
    await moveAgendaItem(lead, { itemId: c, direction: 'UP' });
    await moveAgendaItem(lead, { itemId: a, direction: 'DOWN' });
    expect(await titles(lead, meetup.id)).toEqual(['C', 'A', 'B']);
    await moveAgendaItem(lead, { itemId: c, direction: 'UP' });
    await moveAgendaItem(lead, { itemId: b, direction: 'DOWN' });
    expect(await titles(lead, meetup.id)).toEqual(['C', 'A', 'B']);
    await removeAgendaItem(lead, { itemId: a });
    expect(await titles(lead, meetup.id)).toEqual(['C', 'B']);
  });

  it('two leads who add and move at once leave no place taken twice and nothing lost', async () => {
    const { lead, meetup } = await anEvening();
    const add = (title: string) => addAgendaItem(lead, { ...talk, meetupId: meetup.id, title });
    await Promise.all(['A', 'B', 'C', 'D'].map(add));
    const agenda = await listAgenda(lead, meetup.id);
    await Promise.all(
      agenda.map(({ id }) => moveAgendaItem(lead, { itemId: id, direction: 'UP' })),
    );
    expect((await titles(lead, meetup.id)).toSorted()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('a second removal finds nothing to remove', async () => {
    const { lead, meetup } = await anEvening();
    const item = await anAgendaItem(meetup);
    await removeAgendaItem(lead, { itemId: item.id });
    await expect(removeAgendaItem(lead, { itemId: item.id })).rejects.toThrow(NotFound);
  });
});

describe('who may write an agenda', () => {
  it('leads everything, presenters the words of their own item, others nothing', async () => {
    const guild = await aGuild();
    const meetup = await aMeetup('Evening', { of: guild });
    const presenter = await aPerson('Ada');
    const item = await anAgendaItem(meetup, { presenterId: presenter.id });
    const people: [string, Context, { all: boolean; words: boolean }][] = [
      [
        'lead',
        await contextOf(await aMemberOf(guild, 'L', { role: 'LEAD' })),
        { all: true, words: true },
      ],
      ['administrator', await anAdministrator(), { all: true, words: true }],
      ['presenter', await contextOf(presenter), { all: false, words: true }],
      ['member', await contextOf(await aMemberOf(guild)), { all: false, words: false }],
      ['visitor', await aVisitor(), { all: false, words: false }],
    ];
    for (const [who, context, may] of people) {
      const attempts: [() => Promise<unknown>, boolean][] = [
        [() => addAgendaItem(context, { ...talk, meetupId: meetup.id }), may.all],
        [
          () => editAgendaItem(context, { ...talk, itemId: item.id, presenter: presenter.handle }),
          may.all,
        ],
        [() => moveAgendaItem(context, { itemId: item.id, direction: 'UP' }), may.all],
        [() => wordAgendaItem(context, { itemId: item.id, title: who, summary: '' }), may.words],
      ];
      for (const [attempt, isAllowed] of attempts) {
        if (isAllowed) expect(await attempt(), who).toMatchObject({ ok: true });
        else await expect(attempt(), who).rejects.toThrow(Forbidden);
      }
    }
    const worded = await db.agendaItem.findUniqueOrThrow({ where: { id: item.id } });
    expect(worded.title).toBe('presenter');
  });
});
