import { isSecureAddress, sessionCookieName } from '@/features/identity/session-cookie';
import { contextOfSession } from '@/features/identity/sessions/queries';
import { colourOf } from '@/features/wiki/live/colours';
import { type LiveRefusal, pageOfRoom } from '@/features/wiki/live/protocol';
import { liveAccess } from '@/features/wiki/live/queries';
import { currentInstant } from '@/foundation/clock';
import type { Context } from '@/foundation/context';
import { isCrossSiteWrite } from '@/foundation/cross-site';
import { env } from '@/foundation/env';

/** Ends a connection, and tells the browser why in a word that it knows. */
export class Refused extends Error {
  readonly code = 4403;
  constructor(readonly reason: LiveRefusal) {
    super(); // without a message, so that it is not logged as a fault
  }
}

/** The token of the session that a request carries; null when it carries none or comes from another site. */
export function sessionTokenOf(headers: Headers): string | null {
  const isForged = isCrossSiteWrite({
    method: 'POST',
    fetchSite: headers.get('sec-fetch-site'),
    origin: headers.get('origin'),
    // The web server hands the connection on, and says which host it was asked for.
    host: headers.get('x-forwarded-host') ?? headers.get('host'),
    ownAddress: env.NEXTAUTH_URL,
  });
  if (isForged) return null;
  const name = sessionCookieName(isSecureAddress(env.NEXTAUTH_URL));
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) || null;
}

/** Who is at the other end of a connection. */
export type Visitor = {
  token: string;
  context: Context;
  personId: string;
  user: { name: string; color: string; colorLight: string };
};

/** @throws Refused when the session has ended, or its person may not write in this page. */
export async function admit(token: string, room: string): Promise<Visitor> {
  const pageId = pageOfRoom(room);
  if (!pageId) throw new Refused('no-such-page');
  const context = await contextOfSession(token, currentInstant());
  if (!context?.actor.personId) throw new Refused('signed-out');
  const access = (await liveAccess(context, [pageId])).get(pageId);
  if (access && !access.ok) throw new Refused(access.reason);
  const { personId, name, handle } = context.actor;
  return { token, context, personId, user: { name, ...colourOf(handle) } };
}

/** Why a session may not write in some of these pages any more. */
export async function refusalsNow(
  token: string,
  pageIds: readonly string[],
): Promise<Map<string, LiveRefusal>> {
  const context = await contextOfSession(token, currentInstant());
  if (!context) return new Map(pageIds.map((id) => [id, 'signed-out']));
  const refused = new Map<string, LiveRefusal>();
  for (const [id, access] of await liveAccess(context, pageIds)) {
    if (!access.ok) refused.set(id, access.reason);
  }
  return refused;
}
