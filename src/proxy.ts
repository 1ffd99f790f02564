import { type NextRequest, NextResponse } from 'next/server';
import { REQUESTED_PATH, signInAddress } from '@/features/identity/return-address';
import { isSecureAddress, sessionCookieName } from '@/features/identity/session-cookie';
import { LIVE_PATH } from '@/features/wiki/live/protocol';
import { isCrossSiteWrite } from '@/foundation/cross-site';
import { STRICT_TRANSPORT_SECURITY } from '@/foundation/security-headers';
import { POLICY, pagePolicy } from './page-policy';

/** Everything else is for people who have signed in. */
const OPEN_TO_ALL = /^\/(sign-in|api\/auth|healthz|readyz)(\/|$)/;

/**
 * Runs before everything that is no plain read (src/plain-reads.ts), and asks no database: refuses
 * other sites' forms, sends whoever has no session cookie to sign in (the page itself then looks the
 * session up), and sets the policy of this one answer.
 */
export function proxy(request: NextRequest): NextResponse {
  const ownAddress = process.env.NEXTAUTH_URL || 'http://localhost:3000';
  const isSecure = isSecureAddress(ownAddress);
  if (isForged(request, ownAddress)) {
    return new NextResponse('This form was sent from another site.\n', { status: 403 });
  }
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  if (!OPEN_TO_ALL.test(request.nextUrl.pathname) && isAnonymousRead(request, isSecure)) {
    return NextResponse.redirect(new URL(signInAddress(path), request.url));
  }
  if (request.nextUrl.pathname === LIVE_PATH) return handOn();
  const policy = pagePolicy({ isSecure });
  const headers = new Headers(request.headers);
  headers.set(POLICY, policy);
  headers.set(REQUESTED_PATH, path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY, policy);
  if (isSecure) response.headers.set('strict-transport-security', STRICT_TRANSPORT_SECURITY);
  return response;
}

/**
 * Co-editing runs in a process beside this one. Its sockets pass through here, so that browsers
 * know one address only; that process looks at origin and session itself.
 */
function handOn(): NextResponse {
  const { COLLABORATION_URL, COLLABORATION_HOST, COLLABORATION_PORT } = process.env;
  const isAny = !COLLABORATION_HOST || ['0.0.0.0', '::'].includes(COLLABORATION_HOST);
  const host = isAny ? '127.0.0.1' : COLLABORATION_HOST;
  const address =
    COLLABORATION_URL || (COLLABORATION_PORT && `http://${host}:${COLLABORATION_PORT}`);
  return address
    ? NextResponse.rewrite(new URL(address))
    : new NextResponse('No co-editing here.\n', { status: 404 });
}

function isForged({ method, headers }: NextRequest, ownAddress: string): boolean {
  return isCrossSiteWrite({
    method,
    fetchSite: headers.get('sec-fetch-site'),
    origin: headers.get('origin'),
    host: headers.get('host'),
    ownAddress,
  });
}

function isAnonymousRead({ method, cookies }: NextRequest, isSecure: boolean): boolean {
  return method === 'GET' && !cookies.has(sessionCookieName(isSecure));
}

// Uploads arrive as a stream, which Next would first collect here, and files bring a stricter policy
// of their own: both routes ask by themselves who is there and from where.
// Next reads this without running it, so the mark is written out: the test holds it to PLAIN_READ.
export const config = {
  matcher: [
    {
      source:
        '/((?!_next/|files/|api/files$|api/wiki-imports$|favicon\\.ico|icon|apple-icon|robots\\.txt|manifest\\.webmanifest).*)',
      missing: [{ type: 'header', key: 'x-guildhall-plain-read' }],
    },
  ],
};
