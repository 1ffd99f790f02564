import { expect, it } from 'vitest';
import { signInAsDemoPerson } from '@/features/identity/demo/commands';
import { listDemoPeople } from '@/features/identity/demo/queries';
import { sendSignInLink, startProviderSignIn } from '@/features/identity/sign-in/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { aPerson, NOON } from '../support/org';

const ctx = systemContext(NOON);

it('where demo mode is off, nobody is listed and nobody is signed in', async () => {
  const ada = await aPerson('Ada');
  expect(await listDemoPeople(ctx, {})).toEqual({ items: [], nextCursor: null });
  expect(await signInAsDemoPerson(ctx, ada.id)).toEqual({ ok: false, reason: 'off' });
  expect(await db.session.count()).toBe(0);
});

it('a way in that is not set up answers that it is switched off', async () => {
  const off = { address: '/sign-in?error=way-off', setCookies: [] };
  expect(await startProviderSignIn(ctx, 'somewhere', '/')).toEqual(off);
  expect(await sendSignInLink(ctx, 'somewhere', { email: 'ada@example.com', from: '/' })).toEqual(
    off,
  );
});
