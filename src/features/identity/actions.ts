'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { NextResponse } from 'next/server';
import { addressBlock, CLIENT_ADDRESS } from '@/foundation/client-address';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { env } from '@/foundation/env';
import { signInAsDemoPerson } from './demo/commands';
import { ownSessionToken, requestContext } from './queries';
import { returnAddress, signInAddress } from './return-address';
import { closedSessionInput, demoSignInInput, openedLinkInput, signInLinkInput } from './schema';
import {
  cookieOptions,
  ENDED_COOKIE,
  ENDED_SECONDS,
  isSecureAddress,
  sessionCookieName,
} from './session-cookie';
import { browserName } from './sessions/browser-name';
import { closeOtherSessions, closeOwnSession, closeSession } from './sessions/commands';
import { mayTry, openSignInLink, sendSignInLink } from './sign-in/commands';

/** Signs in as a person of the demo guild, while demo mode is on. */
export async function signInAsDemoPersonAction(form: FormData): Promise<void> {
  const parsed = demoSignInInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse('demo-unknown', form);
  const ctx = systemContext(currentInstant());
  if (!(await mayTry(ctx, 'demo', await visitor()))) refuse('too-often', form);
  const result = await signInAsDemoPerson(ctx, parsed.data.personId, await browser());
  if (!result.ok) return refuse(`demo-${result.reason}`, form);
  await leaveEarlierSession();
  (await cookies()).set(sessionCookieName(isSecure()), result.session.token, {
    ...cookieOptions(isSecure()),
    expires: result.session.expires,
  });
  redirect(returnAddress(parsed.data.from));
}

/** Sends a sign-in link to an address. */
export async function sendSignInLinkAction(form: FormData): Promise<void> {
  const parsed = signInLinkInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse('email', form);
  const ctx = systemContext(currentInstant());
  redirect((await sendSignInLink(ctx, await visitor(), parsed.data)).address);
}

/** Signs in by a link from a mail; asked for by a button, so that whatever scans mails cannot use it up. */
export async function openSignInLinkAction(form: FormData): Promise<void> {
  const parsed = openedLinkInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse('Verification', form);
  const ctx = systemContext(currentInstant());
  const { address, setCookies } = await openSignInLink(ctx, await visitor(), {
    ...parsed.data,
    browser: await browser(),
  });
  await keepCookies(setCookies);
  redirect(address);
}

export async function signOutAction(): Promise<void> {
  const way = await leaveEarlierSession();
  // A __Host- cookie is only replaced by one that meets the same conditions.
  (await cookies()).set(sessionCookieName(isSecure()), '', {
    ...cookieOptions(isSecure()),
    maxAge: 0,
  });
  redirect(way === 'oidc' ? '/sign-in/leave' : '/sign-in?signed-out=1');
}

/** Signs out one of one's own other browsers. */
export async function closeSessionAction(form: FormData): Promise<void> {
  const ctx = await requestContext();
  const parsed = closedSessionInput.safeParse(Object.fromEntries(form));
  await tellOfEnded(parsed.success ? await closeOwnSession(ctx, parsed.data.sessionId) : 0);
}

/** Signs out everywhere but here. */
export async function closeOtherSessionsAction(): Promise<void> {
  const ctx = await requestContext();
  const token = await ownSessionToken();
  await tellOfEnded(token ? await closeOtherSessions(ctx, token) : 0);
}

/** The next page says how many browsers were signed out; an address could say anything. */
async function tellOfEnded(count: number): Promise<never> {
  (await cookies()).set(ENDED_COOKIE, String(count), {
    ...cookieOptions(isSecure()),
    path: '/sessions',
    maxAge: ENDED_SECONDS,
  });
  redirect('/sessions');
}

const isSecure = () => isSecureAddress(env.NEXTAUTH_URL);

function refuse(error: string, form: FormData): never {
  const from = form.get('from');
  redirect(signInAddress(typeof from === 'string' ? from : null, { error }));
}

async function visitor(): Promise<string> {
  return addressBlock((await headers()).get(CLIENT_ADDRESS) ?? 'unknown');
}

async function browser(): Promise<string> {
  return browserName((await headers()).get('user-agent'));
}

async function leaveEarlierSession(): Promise<string | null> {
  const token = await ownSessionToken();
  return token ? closeSession(token) : null;
}

async function keepCookies(setCookies: string[]) {
  const kept = new NextResponse(null, {
    headers: setCookies.map((line): [string, string] => ['set-cookie', line]),
  }).cookies.getAll();
  if (kept.some(({ name }) => name === sessionCookieName(isSecure()))) await leaveEarlierSession();
  const jar = await cookies();
  for (const cookie of kept) jar.set(cookie);
}
