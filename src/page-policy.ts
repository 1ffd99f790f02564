import { randomBytes } from 'node:crypto';
import { contentSecurityPolicy } from '@/foundation/security-headers';

/** Next reads an answer's nonce from this header of its request, and puts it on its own scripts. */
export const POLICY = 'content-security-policy';

const NONCE_BYTES = 16;

/** A policy for one answer, with a nonce that no other has. */
export function pagePolicy({ isSecure }: { isSecure: boolean }): string {
  return contentSecurityPolicy({
    nonce: randomBytes(NONCE_BYTES).toString('base64'),
    isSecure,
    isDevelopment: process.env.NODE_ENV === 'development',
  });
}
