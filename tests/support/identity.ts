import { sessionCookieName } from '@/features/identity/session-cookie';
import { openSession } from '@/features/identity/sessions/commands';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { PersonModel, UserModel } from '@/foundation/prisma-client/models';

/** The sign-in identity of a person; made when there is none yet. */
export function aUser(
  person: Pick<PersonModel, 'id' | 'handle' | 'name' | 'email'>,
  traits: Partial<Pick<UserModel, 'email' | 'isAdministrator'>> = {},
) {
  return db.user.upsert({
    where: { personId: person.id },
    create: {
      personId: person.id,
      name: person.name,
      email: person.email ?? `${person.handle}@example.com`,
      ...traits,
    },
    update: traits,
  });
}

/** A signed-in browser of this person: the session's token, and the cookie a request would carry. */
export async function aSession(
  person: Pick<PersonModel, 'id' | 'handle' | 'name' | 'email'>,
  ctx: Pick<Context, 'now'> = { now: new Date() },
) {
  const user = await aUser(person);
  const session = await openSession(ctx as Context, user.id);
  if (!session) throw new Error(`${person.name} has left and cannot sign in.`);
  return { ...session, cookie: `${sessionCookieName(false)}=${session.token}` };
}
