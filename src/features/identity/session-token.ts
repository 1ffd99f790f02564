import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

export function newSessionToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the database holds in place of a token: whoever reads it there cannot sign in with it. */
export function storedSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
