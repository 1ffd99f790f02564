import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentInstant } from '@/foundation/clock';
import type { Context } from '@/foundation/context';
import { env } from '@/foundation/env';
import { REQUESTED_PATH, signInAddress } from './return-address';
import { ENDED_COOKIE, isSecureAddress, sessionCookieName } from './session-cookie';
import { contextOfSession } from './sessions/queries';

/** Who is signed in, with the memberships that hold today, and the instant of this request. */
export const requestContext = cache(async (): Promise<Context> => {
  const context = await signedInContext();
  if (!context) redirect(signInAddress((await headers()).get(REQUESTED_PATH)));
  return context;
});

/** As requestContext, but null when nobody is signed in. */
export const signedInContext = cache(async (): Promise<Context | null> => {
  const token = await ownSessionToken();
  return token === null ? null : contextOfSession(token, currentInstant());
});

/** What this browser brings to be recognised by. */
export async function ownSessionToken(): Promise<string | null> {
  const jar = await cookies();
  return jar.get(sessionCookieName(isSecureAddress(env.NEXTAUTH_URL)))?.value ?? null;
}

/** How many of one's browsers were signed out a moment ago; null when nobody asked for it. */
export async function justEndedSessions(): Promise<number | null> {
  const count = (await cookies()).get(ENDED_COOKIE)?.value;
  return count && /^\d{1,4}$/.test(count) ? Number(count) : null;
}
