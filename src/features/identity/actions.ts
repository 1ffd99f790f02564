'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { env } from '@/foundation/env';
import { signInAsDemoPerson } from './demo/commands';
import { returnAddress, signInAddress } from './return-address';
import { cookieOptions, isSecureAddress, sessionCookieName } from './session-cookie';
import { closeSession, type NewSession } from './sessions/commands';

/** Signs in as a person of the demo guild, while demo mode is on. */
export async function signInAsDemoPersonAction(form: FormData): Promise<void> {
  const from = textOf(form, 'from');
  const result = await signInAsDemoPerson(
    systemContext(currentInstant()),
    textOf(form, 'personId'),
  );
  if (!result.ok) redirect(signInAddress(from, { error: `demo-${result.reason}` }));
  await keepSession(result.session);
  redirect(returnAddress(from));
}

export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  const isSecure = isSecureAddress(env.NEXTAUTH_URL);
  const token = jar.get(sessionCookieName(isSecure))?.value;
  if (token) await closeSession(token);
  // A __Host- cookie is only replaced by one that meets the same conditions.
  jar.set(sessionCookieName(isSecure), '', { ...cookieOptions(isSecure), maxAge: 0 });
  redirect('/sign-in?signed-out=1');
}

async function keepSession({ token, expires }: NewSession) {
  const isSecure = isSecureAddress(env.NEXTAUTH_URL);
  (await cookies()).set(sessionCookieName(isSecure), token, {
    ...cookieOptions(isSecure),
    expires,
  });
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
