import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy';

let proxy: CountingProxy;

beforeAll(async () => {
  proxy = await startCountingProxy(process.env.DATABASE_URL ?? '');
  process.env.DATABASE_URL = proxy.databaseUrl;
});

afterAll(() => proxy.close());

it('telling who is asking takes one statement, whatever the number of memberships', async () => {
  const { contextOfSession } = await import('@/features/identity/sessions/queries');
  const { aSession } = await import('../support/identity');
  const { aMembership, aPerson, aSquad, NOON } = await import('../support/org');
  const ada = await aPerson('Ada');
  for (let number = 0; number < 5; number += 1) {
    await aMembership(ada, await aSquad(), { isPrimary: number === 0 });
  }
  const { token } = await aSession(ada, { now: NOON });
  proxy.take();

  const context = await contextOfSession(token, NOON);

  expect(context?.actor.memberships).toHaveLength(5);
  expect(proxy.take()).toBe(1);
});

it('saving an edit takes three statements, whatever it links to and whomever it names', async () => {
  const { revisePage } = await import('@/features/wiki/revisions/commands');
  const { revisionInput } = await import('@/features/wiki/schema');
  const { aPerson } = await import('../support/org');
  const { aPage, aSpaceWithWriter } = await import('../support/wiki');
  const { space, writer } = await aSpaceWithWriter();
  const page = await aPage(writer, space, 'drift', '# Drift\n');
  const named = await aPerson('Noor');
  const links = Array.from({ length: 20 }, (_, number) => `[x](y${number}.md) [[Title ${number}]]`);
  const markdown = `# Drift\n\n@${named.handle} ${links.join('\n')}\n`;
  const edit = { pageId: page.id, baseNumber: 1, title: 'Drift', kind: 'HOW_TO', markdown };
  proxy.take();

  const saved = await revisePage(writer, revisionInput.parse(edit));

  expect(proxy.take()).toBe(3);
  expect(saved).toMatchObject({ ok: true, number: 2 });
  const { db } = await import('@/foundation/db');
  expect(await db.wikiLink.count({ where: { fromPageId: page.id } })).toBe(40);
  expect(await db.wikiMention.count({ where: { pageId: page.id } })).toBe(1);
});
