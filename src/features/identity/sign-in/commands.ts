import 'server-only';
import type { Context } from '@/foundation/context';
import { env } from '@/foundation/env';
import { withinLimit } from '@/foundation/rate-limit';
import { returnAddress, signInAddress } from '../return-address';
import { isSecureAddress, sessionCookieName } from '../session-cookie';
import { closeSession } from '../sessions/commands';
import { answeredAddress } from './answered-address';
import { type Answer, askNextAuth } from './library/commands';
import { type Guarded, LIMITS } from './limits';
import { isCompanyAccountOn, isLinkByMailOn } from './queries';
import { admitting, companyProvider, linkByMail } from './ways/commands';

/** Counts one try at a way in; false when there were too many. */
export function mayTry({ now }: Context, guarded: Guarded, who: string): Promise<boolean> {
  return withinLimit(`${guarded}:${who}`, LIMITS[guarded], now);
}

/** Where the browser is sent to sign in with the company's provider, and what it must bring back. */
export async function startProviderSignIn(
  ctx: Context,
  visitor: string,
  from: string,
): Promise<Answer> {
  if (!isCompanyAccountOn()) return nowhere(from, 'way-off');
  if (!(await mayTry(ctx, 'provider', visitor))) return nowhere(from, 'too-often');
  const answer = await askNextAuth(ctx, byProvider(ctx), {
    method: 'POST',
    path: ['signin', 'oidc'],
    form: { callbackUrl: wayBack(from) },
  });
  return { ...answer, address: answeredAddress(answer.address, env.NEXTAUTH_URL, from) };
}

/** What comes of the browser's return from the provider: a session, or why not. */
export async function finishProviderSignIn(
  ctx: Context,
  visitor: string,
  returned: { query: Record<string, string>; cookies: Record<string, string>; browser?: string },
): Promise<Answer> {
  if (!isCompanyAccountOn()) return nowhere('/', 'way-off');
  if (!(await mayTry(ctx, 'provider', visitor))) return nowhere('/', 'too-often');
  const answer = await askNextAuth(ctx, byProvider(ctx), {
    method: 'GET',
    path: ['callback', 'oidc'],
    ...returned,
  });
  const name = sessionCookieName(isSecureAddress(env.NEXTAUTH_URL));
  const earlier = returned.cookies[name];
  if (earlier && answer.setCookies.some((line) => line.startsWith(`${name}=`))) {
    await closeSession(earlier);
  }
  return { ...answer, address: answeredAddress(answer.address, env.NEXTAUTH_URL) };
}

/** Sends a link that signs in, to an address that may. The answer does not tell who exists. */
export async function sendSignInLink(
  ctx: Context,
  visitor: string,
  { email, from }: { email: string; from: string },
): Promise<Answer> {
  if (!isLinkByMailOn()) return nowhere(from, 'way-off');
  const mayAsk =
    (await mayTry(ctx, 'linkByVisitor', visitor)) && (await mayTry(ctx, 'linkByEmail', email));
  if (!mayAsk) return nowhere(from, 'too-often');
  const { address } = await askNextAuth(ctx, byLink(ctx, from), {
    method: 'POST',
    path: ['signin', 'email'],
    form: { email, callbackUrl: wayBack(from) },
  });
  return { setCookies: [], address: answeredAddress(address, env.NEXTAUTH_URL, from) };
}

/** Signs in whoever holds a link that was sent to this address and has neither been used nor run out. */
export async function openSignInLink(
  ctx: Context,
  visitor: string,
  link: { email: string; token: string; from: string; browser?: string },
): Promise<Answer> {
  const { email, token, from, browser } = link;
  if (!isLinkByMailOn()) return nowhere(from, 'way-off');
  const mayOpen =
    (await mayTry(ctx, 'openedLinkByVisitor', visitor)) &&
    (await mayTry(ctx, 'openedLinkByEmail', email));
  if (!mayOpen) return nowhere(from, 'too-often');
  const answer = await askNextAuth(ctx, byLink(ctx, from), {
    method: 'GET',
    path: ['callback', 'email'],
    query: { email, token, callbackUrl: wayBack(from) },
    browser,
  });
  return { ...answer, address: answeredAddress(answer.address, env.NEXTAUTH_URL, from) };
}

const nowhere = (from: string, error: string): Answer => ({
  address: signInAddress(from, { error }),
  setCookies: [],
});

const byProvider = (ctx: Context) => ({
  providers: [companyProvider()],
  callbacks: admitting(ctx),
});

const byLink = (ctx: Context, from: string) => ({
  providers: [linkByMail(returnAddress(from))],
  callbacks: admitting(ctx),
});

const wayBack = (from: string) => new URL(returnAddress(from), env.NEXTAUTH_URL).href;
