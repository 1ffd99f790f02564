import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contextOfSession } from '@/features/identity/sessions/queries';
import {
  finishProviderSignIn,
  openSignInLink,
  sendSignInLink,
  startProviderSignIn,
} from '@/features/identity/sign-in/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import {
  CLIENT,
  type CompanyAccounts,
  openCompanyAccounts,
  signInAtProvider,
} from '../support/company-accounts';
import { emptyDatabase } from '../support/database';
import { aSession, aUser } from '../support/identity';
import { type Mailbox, openMailbox } from '../support/mailbox';
import { aPerson } from '../support/org';

const SITE = 'http://localhost:3000';
const VISITOR = '203.0.113.9';

let company: CompanyAccounts;
let mailbox: Mailbox;
const now = () => systemContext(new Date());

beforeAll(async () => {
  company = await openCompanyAccounts({ redirectUri: `${SITE}/api/auth/callback/oidc` });
  mailbox = await openMailbox();
  Object.assign(process.env, {
    OIDC_ISSUER: company.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    SMTP_URL: mailbox.url,
    ALLOWED_EMAIL_DOMAINS: 'example.com',
    FIRST_ADMINISTRATOR_EMAIL: 'First@example.com',
  });
});

afterAll(async () => {
  await company.close();
  await mailbox.close();
});

beforeEach(async () => {
  await emptyDatabase();
  company.accounts.clear();
  mailbox.messages.length = 0;
});

const cookiesOf = (setCookies: string[]) =>
  Object.fromEntries(
    setCookies.map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      return [name, decodeURIComponent(value)];
    }),
  );

async function signInWithCompanyAccount(
  login: string,
  from = '/',
  cookies: Record<string, string> = {},
) {
  const begun = await startProviderSignIn(now(), VISITOR, from);
  const returned = await signInAtProvider(begun.address, login);
  expect(returned.pathname).toBe('/api/auth/callback/oidc');
  return finishProviderSignIn(now(), VISITOR, {
    query: Object.fromEntries(returned.searchParams),
    cookies: { ...cookies, ...cookiesOf(begun.setCookies) },
  });
}

async function whoIs({ setCookies }: { setCookies: string[] }) {
  const token = cookiesOf(setCookies)['guildhall-session'];
  return token ? ((await contextOfSession(token, new Date()))?.actor ?? null) : null;
}

async function linkFor(email: string) {
  const { address } = await sendSignInLink(now(), VISITOR, { email, from: '/' });
  expect(address).toBe('/sign-in/sent');
  return mailbox.linkSentTo(email).searchParams.get('token') ?? '';
}

describe('signing in with a company account', () => {
  const verified = (email: string, name?: string) => ({ email, email_verified: true, name });

  it('somebody the organisation records becomes that person, by verified address', async () => {
    const ada = await aPerson('Ada', { email: 'ada@example.com' });
    company.accounts.set('sub-ada', verified('Ada@Example.com', 'A. Lovelace'));

    const answer = await signInWithCompanyAccount('sub-ada', '/wiki/ml?on=2025-01-01');

    expect(answer.address).toBe('/wiki/ml?on=2025-01-01');
    expect(await whoIs(answer)).toMatchObject({ personId: ada.id, name: 'Ada' });
    expect(await db.person.count()).toBe(1);
  });

  it('a newcomer with an address of the company is recorded as a person', async () => {
    await aPerson('Grace', { handle: 'grace-h' });
    company.accounts.set('sub-grace', verified('grace.h@example.com', 'Grace H'));

    const actor = await whoIs(await signInWithCompanyAccount('sub-grace'));

    expect(actor).toMatchObject({ name: 'Grace H', handle: 'grace-h-2', isAdministrator: false });
    expect(await db.outboxEvent.findMany({ select: { name: true } })).toEqual([
      { name: 'person.changed' },
    ]);
    expect(await db.auditEntry.findMany({ select: { action: true } })).toEqual([
      { action: 'person.recorded' },
    ]);
  });

  it('an unverified address ties no account to a person, recorded or signed in before', async () => {
    const ada = await aPerson('Ada', { email: 'ada@example.com' });
    await aUser(ada);
    company.accounts.set('thief', { email: 'ada@example.com', email_verified: false });
    company.accounts.set('silent', { email: 'ada@example.com' });

    for (const login of ['thief', 'silent']) {
      const answer = await signInWithCompanyAccount(login);
      expect(answer.address).toBe('/sign-in?error=unverified-email');
      expect(await whoIs(answer)).toBeNull();
    }
    expect(await db.account.count()).toBe(0);
    expect(await db.session.count()).toBe(0);
  });

  it('a second way in leads to the same person when the address is verified', async () => {
    const ada = await aPerson('Ada', { email: 'ada@example.com' });
    const token = await linkFor('ada@example.com');
    await openSignInLink(now(), VISITOR, { email: 'ada@example.com', token, from: '/' });
    company.accounts.set('sub-ada', verified('ada@example.com'));

    expect(await whoIs(await signInWithCompanyAccount('sub-ada'))).toMatchObject({
      personId: ada.id,
    });
    expect(await db.user.count()).toBe(1);
  });

  it('a known account stays the same person when its address changes', async () => {
    company.accounts.set('sub-ada', verified('ada@example.com', 'Ada'));
    const before = await whoIs(await signInWithCompanyAccount('sub-ada'));
    company.accounts.set('sub-ada', verified('ada.married@example.com', 'Ada'));
    const after = await whoIs(await signInWithCompanyAccount('sub-ada'));
    expect(after?.personId).toBe(before?.personId);
  });

  it('keeps none of the provider’s tokens', async () => {
    company.accounts.set('sub-ada', verified('ada@example.com', 'Ada'));
    await signInWithCompanyAccount('sub-ada');
    expect(await db.account.findFirstOrThrow()).toMatchObject({
      providerAccountId: 'sub-ada',
      access_token: null,
      refresh_token: null,
      id_token: null,
    });
  });

  it('an address of another domain is refused, with the reason in the address', async () => {
    company.accounts.set('stranger', verified('stranger@elsewhere.test'));
    const answer = await signInWithCompanyAccount('stranger');
    expect(answer.address).toBe('/sign-in?error=domain');
    expect(await db.person.count()).toBe(0);
  });

  it('somebody who has left is refused, by a known account, too', async () => {
    company.accounts.set('sub-ada', verified('ada@example.com', 'Ada'));
    await signInWithCompanyAccount('sub-ada');
    await db.person.updateMany({ data: { deactivatedAt: new Date() } });

    const answer = await signInWithCompanyAccount('sub-ada');

    expect(answer.address).toBe('/sign-in?error=left');
    expect(await db.session.count()).toBe(0);
  });

  it('signing in anew ends the session this browser had before, and no other', async () => {
    const [before, elsewhere] = [
      await aSession(await aPerson('Ben')),
      await aSession(await aPerson('Eve')),
    ];
    company.accounts.set('sub-ada', verified('ada@example.com', 'Ada'));

    await signInWithCompanyAccount('sub-ada', '/', { 'guildhall-session': before.token });

    expect(await contextOfSession(before.token, new Date())).toBeNull();
    expect(await contextOfSession(elsewhere.token, new Date())).not.toBeNull();
  });

  it('a return with another browser’s state is refused', async () => {
    company.accounts.set('sub-ada', verified('ada@example.com'));
    const victims = await startProviderSignIn(now(), VISITOR, '/');
    const attackers = await startProviderSignIn(now(), VISITOR, '/');
    const returned = await signInAtProvider(attackers.address, 'sub-ada');

    const answer = await finishProviderSignIn(now(), VISITOR, {
      query: Object.fromEntries(returned.searchParams),
      cookies: cookiesOf(victims.setCookies),
    });

    expect(answer.address).toBe('/sign-in?error=OAuthCallback');
    expect(await whoIs(answer)).toBeNull();
  });
});

describe('the first administrator', () => {
  it('is whoever signs in with the address named in the environment', async () => {
    company.accounts.set('first', { email: 'first@example.com', email_verified: true });
    expect(await whoIs(await signInWithCompanyAccount('first'))).toMatchObject({
      isAdministrator: true,
    });
    expect(await db.auditEntry.count({ where: { action: 'person.made-administrator' } })).toBe(1);
  });

  it('is not appointed again while somebody else administers', async () => {
    await aUser(await aPerson('Boss'), { isAdministrator: true });
    company.accounts.set('first', { email: 'first@example.com', email_verified: true });
    expect(await whoIs(await signInWithCompanyAccount('first'))).toMatchObject({
      isAdministrator: false,
    });
  });
});

describe('signing in by a link in a mail', () => {
  const open = (email: string, token: string) =>
    openSignInLink(now(), VISITOR, { email, token, from: '/meetups' });

  it('the mail says where it leads, in plain text and in HTML', async () => {
    await sendSignInLink(now(), VISITOR, { email: 'ada@example.com', from: '/meetups' });
    const [message] = mailbox.sentTo('ada@example.com');
    const link = mailbox.linkSentTo('ada@example.com');
    expect(message?.subject).toBe('Sign in to Guildhall (localhost:3000)');
    expect(message?.text).toContain('It works once, and for 15 minutes.');
    expect(message?.html).toContain(link.href.replaceAll('&', '&amp;'));
    expect(link.origin + link.pathname).toBe(`${SITE}/sign-in/link`);
    expect(link.searchParams.get('from')).toBe('/meetups');
  });

  it('the link signs in its owner, once', async () => {
    const ada = await aPerson('Ada', { email: 'ada@example.com' });
    const token = await linkFor('ada@example.com');

    const first = await open('ada@example.com', token);
    expect(first.address).toBe('/meetups');
    expect(await whoIs(first)).toMatchObject({ personId: ada.id });

    const second = await open('ada@example.com', token);
    expect(second.address).toBe('/sign-in?from=%2Fmeetups&error=Verification');
    expect(await whoIs(second)).toBeNull();
  });

  it('of two browsers that open it at the same moment, one is signed in', async () => {
    const token = await linkFor('ada@example.com');
    await Promise.all([open('ada@example.com', token), open('ada@example.com', token)]);
    expect(await db.session.count()).toBe(1);
  });

  it('has run out after fifteen minutes', async () => {
    const token = await linkFor('ada@example.com');
    const { expires } = await db.verificationToken.findFirstOrThrow();
    const minutes = (expires.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14.5);
    expect(minutes).toBeLessThanOrEqual(15);

    await db.verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1000) } });
    expect((await open('ada@example.com', token)).address).toContain('error=Verification');
  });

  it('signs in nobody else', async () => {
    await aPerson('Eve', { email: 'eve@example.com' });
    const token = await linkFor('ada@example.com');
    expect((await open('eve@example.com', token)).address).toContain('error=Verification');
  });

  it('is not in the database as it was sent', async () => {
    const token = await linkFor('ada@example.com');
    const stored = await db.verificationToken.findFirstOrThrow();
    expect(stored.token).not.toBe(token);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is not sent to another domain, and says so', async () => {
    const { address } = await sendSignInLink(now(), VISITOR, {
      email: 'ada@elsewhere.test',
      from: '/',
    });
    expect(address).toBe('/sign-in?error=domain');
    expect(mailbox.messages).toHaveLength(0);
  });

  it('is not sent to somebody who has left, and does not tell that they have', async () => {
    await aPerson('Ada', { email: 'ada@example.com', deactivatedAt: new Date() });
    const { address } = await sendSignInLink(now(), VISITOR, {
      email: 'ada@example.com',
      from: '/',
    });
    expect(address).toBe('/sign-in/sent');
    expect(mailbox.messages).toHaveLength(0);
  });

  it('is worth nothing once its owner has left', async () => {
    const ada = await aPerson('Ada', { email: 'ada@example.com' });
    const token = await linkFor('ada@example.com');
    await db.person.update({ where: { id: ada.id }, data: { deactivatedAt: new Date() } });
    expect(await db.verificationToken.count()).toBe(0);
    expect(await whoIs(await open('ada@example.com', token))).toBeNull();
  });

  it('is sent five times in a quarter of an hour to one address, and no sixth time', async () => {
    const ask = (email: string) => sendSignInLink(now(), VISITOR, { email, from: '/' });
    for (let number = 1; number <= 5; number += 1) await ask('ada@example.com');
    expect((await ask('ada@example.com')).address).toBe('/sign-in?error=too-often');
    expect((await ask('ben@example.com')).address).toBe('/sign-in/sent');
    expect(mailbox.sentTo('ada@example.com')).toHaveLength(5);
  });

  it('an address given to somebody new leads to the new person', async () => {
    const old = await aPerson('Old', { email: 'ml@example.com' });
    await aUser(old);
    await db.person.update({ where: { id: old.id }, data: { email: 'old@example.com' } });
    const heir = await aPerson('Heir', { email: 'ml@example.com' });
    const token = await linkFor('ml@example.com');
    expect(await whoIs(await open('ml@example.com', token))).toMatchObject({ personId: heir.id });
  });
});
