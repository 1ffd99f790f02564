import 'server-only';
import { z } from 'zod';
import { env } from '@/foundation/env';
import { log } from '@/foundation/log';

const PATIENCE_MILLISECONDS = 3_000;

const discoveryInput = z.object({ end_session_endpoint: z.url().optional() });

/** Where the company's provider signs people out, too; null when it says nothing of it, or nothing at all. */
export async function getProviderSignOut(): Promise<{ name: string; address: string } | null> {
  if (!env.OIDC_ISSUER) return null;
  const endpoint = await endSessionEndpoint(env.OIDC_ISSUER.replace(/\/$/, ''));
  if (!endpoint) return null;
  const address = new URL(endpoint);
  address.searchParams.set('client_id', env.OIDC_CLIENT_ID ?? '');
  address.searchParams.set(
    'post_logout_redirect_uri',
    new URL('/sign-in?signed-out=1', env.NEXTAUTH_URL).href,
  );
  return { name: env.OIDC_NAME, address: address.href };
}

async function endSessionEndpoint(issuer: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      cache: 'no-store',
    });
    return discoveryInput.parse(await answer.json()).end_session_endpoint;
  } catch (error) {
    log.warn({ err: error }, 'the provider does not tell where it signs out');
    return undefined;
  }
}
