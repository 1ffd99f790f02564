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
