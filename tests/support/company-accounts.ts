import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

type Claims = { email?: string; email_verified?: boolean; name?: string };

export const CLIENT = { id: 'guildhall', secret: 'a-client-secret-known-to-both-sides' };

export type CompanyAccounts = Awaited<ReturnType<typeof openCompanyAccounts>>;

/**
 * A real OpenID provider on a free port. Its accounts are whatever the test puts into `accounts`;
 * its own development pages ask for a login name and take any password.
 */
export async function openCompanyAccounts({ redirectUri }: { redirectUri: string }) {
  const accounts = new Map<string, Claims>();
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('/sign-in?signed-out=1', redirectUri).href],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_ctx, sub) =>
      accounts.has(sub)
        ? { accountId: sub, claims: async () => ({ sub, ...accounts.get(sub) }) }
        : undefined,
    cookies: { keys: ['keys-of-the-tests-own-provider'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  http.on('request', provider.callback());

  return {
    issuer,
    accounts,
    close: () => {
      http.closeAllConnections();
      return new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

/**
 * Signs in at the provider as a browser would, and stops at the address it sends the browser back to.
 * @param address where Guildhall sent the browser
 */
export async function signInAtProvider(address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    form = undefined;
    if (location) {
      next = new URL(location, next);
      if (next.origin !== new URL(address).origin) return next;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The provider showed an unexpected page: ${page.slice(0, 500)}`);
    form = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('The provider went in circles.');
}
