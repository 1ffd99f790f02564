import 'server-only';
import { PrismaAdapter } from '@auth/prisma-adapter';
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { appointFirstAdministrator, openUser } from '../../accounts/commands';
import { findByEmail } from '../../accounts/queries';
import { closeSession, type Entrance, openSession } from '../../sessions/commands';

/**
 * What next-auth reads and writes of ours: its own Prisma adapter, except where a user is a person
 * of the organisation, and where it would keep more than we need.
 */
export function adapterFor(ctx: Context, entrance: Entrance): Adapter {
  return {
    ...(PrismaAdapter(db) as Adapter),

    getUserByEmail: async (email) => {
      const known = await findByEmail(ctx, email);
      if (!known?.userId) return null;
      return db.user.findUnique({ where: { id: known.userId } }) as Promise<AdapterUser | null>;
    },

    createUser: async ({ email, name }: Omit<AdapterUser, 'id'>) =>
      (await openUser(ctx, { email, name: name ?? undefined })) as AdapterUser,

    // The provider's tokens are not kept: nothing here acts in a person's name elsewhere.
    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await db.account.create({ data: { userId, type, provider, providerAccountId } });
    },

    // Sessions are read by requestContext. Here nobody is ever signed in already, so that a second
    // account is only ever tied to a person by its own verified address.
    getSessionAndUser: async () => null,
    deleteSession: async (token) => {
      await closeSession(token);
    },

    createSession: async ({ userId }) => {
      await appointFirstAdministrator(ctx, userId);
      const session = await openSession(ctx, userId, entrance);
      if (!session) throw new Forbidden('This person has left.');
      log.info({ userId }, 'signed in');
      return { sessionToken: session.token, userId, expires: session.expires };
    },
  };
}
