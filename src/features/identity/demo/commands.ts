import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { type NewSession, openSession } from '../sessions/commands';
import { isDemoOn } from './queries';

type DemoSignIn = { ok: true; session: NewSession } | { ok: false; reason: 'off' | 'unknown' };

/** Signs in as one of the demo people. Refused wherever demo mode is not on. */
export async function signInAsDemoPerson(
  ctx: Context,
  personId: string,
  browser = '',
): Promise<DemoSignIn> {
  if (!isDemoOn()) return { ok: false, reason: 'off' };
  const person = await db.person.findFirst({
    where: {
      id: personId,
      deactivatedAt: null,
      OR: [{ leftOn: null }, { leftOn: { gt: dayOf(ctx.now) } }],
    },
    select: { handle: true, name: true, email: true },
  });
  if (!person) return { ok: false, reason: 'unknown' };
  const { handle, name, email } = person;
  const user = await db.user.upsert({
    where: { personId },
    create: { personId, name, email: email ?? `${handle}@demo.invalid` },
    update: {},
    select: { id: true },
  });
  const session = await openSession(ctx, user.id, { way: 'demo', browser });
  return session ? { ok: true, session } : { ok: false, reason: 'unknown' };
}
