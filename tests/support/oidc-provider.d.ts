/** The little of oidc-provider that the tests use; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Account = { accountId: string; claims(): Promise<Record<string, unknown>> };

  type Configuration = {
    clients: {
      client_id: string;
      client_secret: string;
      redirect_uris: string[];
      post_logout_redirect_uris?: string[];
    }[];
    pkce: { required(): boolean };
    claims: Record<string, string[]>;
    findAccount(context: unknown, sub: string): Account | undefined;
    cookies: { keys: string[] };
    ttl: Record<string, number>;
  };

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
