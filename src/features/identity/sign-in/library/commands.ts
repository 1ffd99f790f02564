import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import type { Context } from '@/foundation/context';
import { env } from '@/foundation/env';
import { log } from '@/foundation/log';
import {
  cookieOptions,
  isSecureAddress,
  SESSION_SECONDS,
  sessionCookieName,
} from '../../session-cookie';
import type { Entrance } from '../../sessions/commands';
import { adapterFor } from '../adapter/commands';

/** What next-auth is asked, without the HTTP around it. */
type Question = {
  method: 'GET' | 'POST';
  path: ['signin' | 'callback', 'oidc' | 'email'];
  query?: Record<string, string>;
  form?: Record<string, string>;
  cookies?: Record<string, string>;
  /** What the browser calls itself, kept with the session that comes of it. */
  browser?: string;
};

/** Where it sends the browser, and the Set-Cookie lines it wants sent along. */
export type Answer = { address: string; setCookies: string[] };

type Settings = Pick<NextAuthOptions, 'providers' | 'callbacks'>;

/**
 * Asks next-auth, the only part of it that the browser reaches being our own routes and actions:
 * they have checked where the request came from, so its own form token is made here.
 */
export async function askNextAuth(
  ctx: Context,
  settings: Settings,
  { method, path, query = {}, form = {}, cookies = {}, browser = '' }: Question,
): Promise<Answer> {
  const options = optionsFor(ctx, settings, { way: path[1], browser });
  const csrfToken = randomBytes(32).toString('hex');
  const proof = createHash('sha256').update(`${csrfToken}${options.secret}`).digest('hex');
  const { reply, answer } = recorder();
  await NextAuth(
    {
      method,
      query: { ...query, nextauth: path },
      body: { ...form, csrfToken },
      cookies: { ...cookies, [cookieName('csrfToken')]: `${csrfToken}|${proof}` },
      headers: {},
    } as unknown as NextApiRequest,
    reply,
    options,
  );
  return answer;
}

function optionsFor(ctx: Context, settings: Settings, entrance: Entrance): NextAuthOptions {
  return {
    ...settings,
    secret: env.NEXTAUTH_SECRET,
    adapter: adapterFor(ctx, entrance),
    session: { strategy: 'database', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/sent' },
    cookies: Object.fromEntries(
      (
        ['sessionToken', 'callbackUrl', 'csrfToken', 'pkceCodeVerifier', 'state', 'nonce'] as const
      ).map((kind) => [kind, { name: cookieName(kind), options: cookieOptions(isSecure()) }]),
    ),
    logger: {
      error: (code, metadata) => {
        const err = metadata instanceof Error ? metadata : metadata.error;
        log.warn(
          { code, reason: err instanceof Error ? err.message : undefined },
          'sign-in failed',
        );
      },
      warn: (code) => log.warn({ code }, 'sign-in'),
      debug: () => undefined,
    },
  };
}

const isSecure = () => isSecureAddress(env.NEXTAUTH_URL);

function cookieName(kind: string): string {
  if (kind === 'sessionToken') return sessionCookieName(isSecure());
  return `${isSecure() ? '__Host-' : ''}guildhall-${kind.toLowerCase()}`;
}

/** Stands in for the response next-auth writes to, and remembers what it wrote. */
function recorder() {
  const answer: Answer = { address: '/sign-in?error=Configuration', setCookies: [] };
  const reply = {
    status: () => reply,
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.setCookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') answer.setCookies = [value].flat();
      if (name === 'Location') answer.address = String(value);
      return reply;
    },
    end: () => reply,
    json: () => reply,
    send: () => reply,
  };
  return { reply: reply as unknown as NextApiResponse, answer };
}
