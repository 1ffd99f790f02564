import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  closeOtherSessions,
  closeOwnSession,
  closeSession,
  openSession,
} from '@/features/identity/sessions/commands';
import { contextOfSession, listOwnSessions } from '@/features/identity/sessions/queries';
import { getProviderSignOut } from '@/features/identity/sign-out/queries';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { CLIENT, openCompanyAccounts } from '../support/company-accounts';
import { emptyDatabase } from '../support/database';
import { aSession, aUser } from '../support/identity';
import { aPerson, contextOf, NOON } from '../support/org';

let company: Awaited<ReturnType<typeof openCompanyAccounts>>;

// Before anything reads the environment, which is read once.
beforeAll(async () => {
  company = await openCompanyAccounts({
    redirectUri: 'http://localhost:3000/api/auth/callback/oidc',
  });
  Object.assign(process.env, {
    OIDC_ISSUER: company.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
});

beforeEach(() => emptyDatabase());

describe('one’s own signed-in browsers', () => {
  it('are listed with this one marked, and nobody else’s among them', async () => {
    const ada = await aPerson('Ada');
    const user = await aUser(ada);
    const entrance = { way: 'oidc', browser: 'Firefox on Linux' } as const;
    const here = await openSession(systemContext(NOON), user.id, entrance);
    const earlier = new Date(NOON.getTime() - 3_600_000);
    await aSession(ada, { now: earlier });
    await aSession(await aPerson('Bram'), { now: NOON });

    const listed = await listOwnSessions(await contextOf(ada), here?.token ?? null);
    expect(listed.map(({ browser, openedAt, isThis }) => [browser, openedAt, isThis])).toEqual([
      ['Firefox on Linux', NOON, true],
      ['', earlier, false],
    ]);
  });

  it('are signed out everywhere else by one command, and only one’s own', async () => {
    const [ada, bram] = [await aPerson('Ada'), await aPerson('Bram')];
    const [here, there, his] = [
      await aSession(ada, { now: NOON }),
      await aSession(ada, { now: NOON }),
      await aSession(bram, { now: NOON }),
    ];
    expect(await closeOtherSessions(await contextOf(ada), here.token)).toBe(1);
    expect(await contextOfSession(here.token, NOON)).not.toBeNull();
    expect(await contextOfSession(there.token, NOON)).toBeNull();
    expect(await contextOfSession(his.token, NOON)).not.toBeNull();
  });

  it('are signed out one by one by their owner only', async () => {
    const [ada, bram] = [await aPerson('Ada'), await aPerson('Bram')];
    const there = await aSession(ada, { now: NOON });
    const [listed] = await listOwnSessions(await contextOf(ada), null);
    expect(await closeOwnSession(await contextOf(bram), listed?.id ?? '')).toBe(0);
    expect(await contextOfSession(there.token, NOON)).not.toBeNull();
    expect(await closeOwnSession(await contextOf(ada), listed?.id ?? '')).toBe(1);
    expect(await contextOfSession(there.token, NOON)).toBeNull();
    expect(await closeOwnSession(await contextOf(ada), listed?.id ?? '')).toBe(0);
  });

  it('from before their day was recorded are listed last and without one', async () => {
    const ada = await aPerson('Ada');
    const old = await aSession(ada, { now: NOON });
    await db.session.updateMany({ data: { openedAt: null } });
    await aSession(ada, { now: NOON });
    const listed = await listOwnSessions(await contextOf(ada), old.token);
    expect(listed.map(({ openedAt, isThis }) => [openedAt, isThis])).toEqual([
      [NOON, false],
      [null, true],
    ]);
  });

  it('tell at the end by which way they were opened', async () => {
    const user = await aUser(await aPerson('Ada'));
    const opened = await openSession(systemContext(NOON), user.id, { way: 'oidc', browser: '' });
    expect(await closeSession(opened?.token ?? '')).toBe('oidc');
    expect(await closeSession(opened?.token ?? '')).toBeNull();
  });
});

describe('signing out at the company’s provider', () => {
  it('leads to where its discovery document says, and nowhere when it says nothing', async () => {
    const address = new URL((await getProviderSignOut())?.address ?? '');
    expect(address.origin).toBe(company.issuer);
    const page = await (await fetch(address)).text();
    // Accepted: nobody is signed in there now, so the provider has nothing to ask.
    expect(page).toContain(`${company.issuer}/session/end/confirm`);
    await company.close();
    expect(await getProviderSignOut()).toBeNull();
  });
});
