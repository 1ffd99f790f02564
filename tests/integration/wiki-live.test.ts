import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Collaboration, startCollaboration } from '@/collaboration/server';
import { getUnsavedText } from '@/features/wiki/live/queries';
import { db } from '@/foundation/db';
import { aSession } from '../support/identity';
import { aCollaborationProcess, aWriter } from '../support/live';
import { aGuild, aMemberOf, aPerson, contextOf } from '../support/org';
import { freePort } from '../support/server';
import { anEdit, aPage, aSpace, currentRevision } from '../support/wiki';

const waitFor = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 15_000, interval: 25 });

let collaboration: Collaboration;
const writers: ReturnType<typeof aWriter>[] = [];

beforeAll(async () => {
  collaboration = await startCollaboration({ port: 0, host: '127.0.0.1' });
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.leave();
});
afterAll(() => collaboration.stop());

const TEXT = '# Drift\n\nFeatures drift.\n';

async function aLivePage(text = TEXT) {
  const guild = await aGuild();
  const space = await aSpace(undefined, { of: guild });
  const [ada, bob] = [await aMemberOf(guild, 'Ada'), await aMemberOf(guild, 'Bob')];
  const page = await aPage(await contextOf(ada), space, 'drift', text);
  return { guild, space, page, ada, bob };
}

type Person = Parameters<typeof aSession>[0];

async function writes(
  page: { id: string },
  person: Person,
  port = collaboration.port,
  origin?: string,
) {
  const { cookie } = await aSession(person);
  const writer = aWriter(port, page, cookie, origin);
  writers.push(writer);
  return writer;
}

async function together(text?: string) {
  const live = await aLivePage(text);
  const ada = await writes(live.page, live.ada);
  const bob = await writes(live.page, live.bob);
  await waitFor(() => expect(ada.isIn() && bob.isIn()).toBe(true));
  return { ...live, first: ada, second: bob };
}

const stored = (page: { id: string }) =>
  db.wikiLiveText.findUniqueOrThrow({ where: { pageId: page.id } });

describe('two people in one page', () => {
  it('begin with its current text and see each other’s words at once', async () => {
    const { first, second } = await together();
    expect(first.text()).toBe(TEXT);
    first.type('Ada was here.\n');
    second.type('Bob too. ', 9);
    await waitFor(() => expect(second.text()).toContain('Ada was here.'));
    await waitFor(() => expect(first.text()).toBe(second.text()));
    expect(first.text()).toBe('# Drift\n\nBob too. Features drift.\nAda was here.\n');
  });

  it('are told that a text is stored only when it is', async () => {
    const { page, first } = await together();
    first.type('Kept.\n');
    await waitFor(() => expect(first.isKept()).toBe(true));
    expect((await stored(page)).markdown).toBe(`${TEXT}Kept.\n`);
  });

  it('are shown under the names they signed in with, whatever their browsers say', async () => {
    const { first, second } = await together();
    first.provider.setAwarenessField('user', { name: 'Somebody else' });
    await waitFor(() => {
      const names = [...(second.provider.awareness?.getStates().values() ?? [])];
      expect(names.map(({ user }) => user?.name)).toContain('Ada');
    });
  });

  it('merge what they wrote while the network was gone', async () => {
    const { page, first, second } = await together();
    await Promise.all([first.loseNetwork(), second.loseNetwork()]);
    first.type('From a train.\n');
    second.type('From a plane. ', 9);
    await Promise.all([first.provider.connect(), second.provider.connect()]);
    const both = '# Drift\n\nFrom a plane. Features drift.\nFrom a train.\n';
    await waitFor(() => expect([first.text(), second.text()]).toEqual([both, both]));
    await waitFor(async () => expect((await stored(page)).markdown).toBe(both));
  });

  it('find what they left unsaved when they come back, and so does whoever opens the form', async () => {
    const { page, first, second, ada } = await together();
    first.type('Not saved yet.\n');
    await waitFor(() => expect(first.isKept()).toBe(true));
    first.leave();
    second.leave();
    const again = await writes(page, ada);
    await waitFor(() => expect(again.text()).toContain('Not saved yet.'));
    expect(await getUnsavedText(await contextOf(ada), page.id)).toMatchObject({
      markdown: `${TEXT}Not saved yet.\n`,
      writers: ['Ada'],
    });
  });
});

describe('who may write', () => {
  it('nobody without a session', async () => {
    const { page } = await aLivePage();
    const stranger = aWriter(collaboration.port, page, 'guildhall-session=made-up');
    writers.push(stranger);
    await waitFor(() => expect(stranger.refusals).toContain('signed-out'));
    expect(stranger.text()).toBe('');
  });

  it('nobody who may only read the page', async () => {
    const { page } = await aLivePage();
    const reader = await writes(page, await aPerson('Rita'));
    await waitFor(() => expect(reader.refusals).toContain('not-allowed'));
    expect(reader.text()).toBe('');
  });

  it('no other site with a reader’s cookies', async () => {
    const { page, ada } = await aLivePage();
    const elsewhere = await writes(page, ada, collaboration.port, 'https://evil.example');
    const here = await writes(page, ada, collaboration.port, 'http://localhost:3000');
    await waitFor(() => expect(here.isIn()).toBe(true));
    expect(elsewhere.text()).toBe('');
  });

  it('not any more, within seconds, once somebody has left the company', async () => {
    const { first, second, bob } = await together();
    await db.person.update({ where: { id: bob.id }, data: { deactivatedAt: new Date() } });
    await waitFor(() => expect(second.refusals).toContain('signed-out'));
    second.type('Too late.\n');
    first.type('Still here.\n');
    await waitFor(() => expect(first.isKept()).toBe(true));
    expect(first.text()).not.toContain('Too late.');
  });

  it('nobody with something that is no text, and the text stays as it was', async () => {
    const { page, first, second } = await together();
    second.document.getMap('more').set('a', 1);
    await waitFor(() => expect(second.refusals).toContain('malformed'));
    first.type('Unharmed.\n');
    await waitFor(() => expect(first.isKept()).toBe(true));
    expect((await stored(page)).markdown).toBe(`${TEXT}Unharmed.\n`);
  });
});

describe('saving', () => {
  it('makes the text a revision and names who else wrote it', async () => {
    const { page, first, second, ada, bob } = await together();
    first.type('From Ada.\n');
    second.type('From Bob. ', 9);
    await waitFor(() => expect(first.text()).toBe(second.text()));
    await waitFor(() => expect(first.isKept() && second.isKept()).toBe(true));
    const saved = await anEdit(await contextOf(ada), page, first.text(), {
      liveUpdate: first.state(),
    });
    expect(saved).toMatchObject({ ok: true, number: 2 });
    expect((await currentRevision(page)).markdown).toBe(first.text());
    expect(await db.wikiRevisionCoAuthor.findMany({ select: { personId: true } })).toEqual([
      { personId: bob.id },
    ]);
    await waitFor(() =>
      expect(second.heard).toContainEqual(expect.objectContaining({ kind: 'base', number: 2 })),
    );
    expect(await getUnsavedText(await contextOf(ada), page.id)).toBeNull();
  });

  it('takes along what had not reached the server, once', async () => {
    const { page, first, second, ada } = await together();
    await first.loseNetwork();
    first.type('Typed offline.\n');
    second.type('Meanwhile. ', 9);
    const saved = await anEdit(await contextOf(ada), page, first.text(), {
      liveUpdate: first.state(),
    });
    expect(saved).toMatchObject({ ok: true });
    await first.provider.connect();
    const both = '# Drift\n\nMeanwhile. Features drift.\nTyped offline.\n';
    await waitFor(() => expect([first.text(), second.text()]).toEqual([both, both]));
  });

  it('elsewhere comes into the text that is being written, and overwrites nothing in it', async () => {
    const { page, first, second, ada } = await together('# Drift\n\nOne.\n\nTwo.\n');
    first.type('Three, by hand.\n');
    await waitFor(() => expect(first.isKept()).toBe(true));
    await anEdit(await contextOf(ada), page, '# Drift\n\nOne, by form.\n\nTwo.\n');
    const both = '# Drift\n\nOne, by form.\n\nTwo.\nThree, by hand.\n';
    await waitFor(() => expect([first.text(), second.text()]).toEqual([both, both]));
    await waitFor(() =>
      expect(second.heard).toContainEqual({
        kind: 'base',
        number: 2,
        merged: { by: 'Ada', changedText: true, conflicts: 0 },
      }),
    );
  });

  it('elsewhere of the same words keeps both, marked', async () => {
    const { page, first, ada } = await together('# Drift\n\nOne.\n');
    first.erase(9, 3);
    first.type('By hand', 9);
    await waitFor(() => expect(first.isKept()).toBe(true));
    await anEdit(await contextOf(ada), page, '# Drift\n\nBy form.\n');
    await waitFor(() => expect(first.text()).toContain('>>>>>>> saved text'));
    expect(first.text()).toContain('By hand');
    expect(first.text()).toContain('By form');
  });
});

describe('when things die', () => {
  it('the process killed while people type: every character it said it had is there', async () => {
    const { page, ada, bob } = await aLivePage();
    const port = await freePort();
    let server = await aCollaborationProcess(port);
    const first = await writes(page, ada, port);
    const second = await writes(page, bob, port);
    await waitFor(() => expect(first.isIn() && second.isIn()).toBe(true));
    let typed = '';
    for (let round = 0; round < 2; round += 1) {
      for (let word = 0; word < 40; word += 1) {
        first.type(`a${round}.${word} `);
        second.type(`b${round}.${word} `, 9);
        typed += 'x';
        if (word === 25) {
          await waitFor(() => expect(first.isKept() || second.isKept()).toBe(true));
          const said = first.isKept() ? `a${round}.${word} ` : `b${round}.${word} `;
          server.kill('SIGKILL');
          await once(server, 'exit');
          expect((await stored(page)).markdown).toContain(said);
        }
      }
      server = await aCollaborationProcess(port);
      await waitFor(() => expect(first.isKept() && second.isKept()).toBe(true));
    }
    await waitFor(() => expect(first.text()).toBe(second.text()));
    const { markdown } = await stored(page);
    expect(markdown).toBe(first.text());
    expect(markdown.match(/[ab]\d\.\d+ /g)).toHaveLength(2 * typed.length);
    server.kill('SIGTERM');
    await once(server, 'exit');
  }, 300_000);

  it('two processes hold the same page: both texts become one', async () => {
    const { page, ada, bob } = await aLivePage();
    const other = await startCollaboration({ port: 0, host: '127.0.0.1' });
    try {
      const here = await writes(page, ada);
      const there = await writes(page, bob, other.port);
      await waitFor(() => expect(here.isIn() && there.isIn()).toBe(true));
      here.type('Here.\n');
      there.type('There. ', 9);
      const both = '# Drift\n\nThere. Features drift.\nHere.\n';
      await waitFor(() => expect([here.text(), there.text()]).toEqual([both, both]));
      await anEdit(await contextOf(ada), page, '# Drift\n\nFeatures drift.\nBy form.\n');
      await waitFor(() => expect(here.text()).toContain('By form.'));
      await waitFor(() => expect(there.text()).toBe(here.text()));
      expect(here.text().split('By form.')).toHaveLength(2);
    } finally {
      await other.stop();
    }
  });
});
