import { z } from 'zod';

const EMAIL_MAX = 254;
const TOKEN_MAX = 200;

/** An address as it is compared everywhere: trimmed, in small letters, plain characters only. */
export const emailInput = z
  .string('Write your e-mail address.')
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, 'This e-mail address is too long.')
  .pipe(z.email('Write an e-mail address such as ada@example.com.'));

const fromInput = z.string().max(2000).default('/');

export const signInLinkInput = z.object({ email: emailInput, from: fromInput });

export const openedLinkInput = z.object({
  email: emailInput,
  token: z.string().min(1).max(TOKEN_MAX),
  from: fromInput,
});

export const demoSignInInput = z.object({
  personId: z.string().min(1).max(100),
  from: fromInput,
});

export const closedSessionInput = z.object({ sessionId: z.string().min(1).max(100) });

const truth = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((word) => word === 'true'),
]);

/** What a provider says of the account that signed in; more than this is not read. */
export const claimsInput = z.object({
  sub: z.string().min(1),
  name: z.string().optional().catch(undefined),
  email: z.string().toLowerCase().pipe(z.email()).optional().catch(undefined),
  email_verified: truth.optional().catch(undefined),
});

export type Claims = z.output<typeof claimsInput>;
