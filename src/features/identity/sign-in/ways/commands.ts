import 'server-only';
import type { CallbacksOptions } from 'next-auth';
import type { EmailConfig } from 'next-auth/providers/email';
import EmailProvider from 'next-auth/providers/email';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { createTransport } from 'nodemailer';
import type { Context } from '@/foundation/context';
import { env } from '@/foundation/env';
import { findByAccount, findByEmail } from '../../accounts/queries';
import { type Admission, admission } from '../../policy';
import { type Claims, claimsInput, emailInput } from '../../schema';
import { composeSignInMail, LINK_MINUTES, linkAddress } from '../mail';

const PATIENCE_MILLISECONDS = 10_000;

/** The company's own accounts, by any provider that speaks OpenID Connect. */
export function companyProvider(): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name: env.OIDC_NAME,
    type: 'oauth',
    wellKnown: `${env.OIDC_ISSUER?.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    httpOptions: { timeout: PATIENCE_MILLISECONDS },
    userinfo: {
      // Many providers leave the e-mail out of the signed token and only tell it when asked.
      request: async ({ tokens, client }) => {
        const signed = (tokens as unknown as { claims(): Record<string, unknown> }).claims();
        if (signed.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return signed;
        const told = await client.userinfo(tokens.access_token ?? '');
        if (told.sub !== signed.sub) throw new Error('The provider told of somebody else.');
        return { ...told, ...signed };
      },
    },
    profile: ({ sub, name, email }) => ({ id: sub, name, email }),
    // Safe, because admitAccount lets nobody in whose address the provider has not verified.
    allowDangerousEmailAccountLinking: true,
  };
}

/** A link by e-mail: whoever can read the mailbox is its owner. */
export function linkByMail(from: string): EmailConfig {
  return EmailProvider({
    maxAge: LINK_MINUTES * 60,
    normalizeIdentifier: (email) => emailInput.parse(email),
    sendVerificationRequest: async ({ identifier: email, token }) => {
      const link = linkAddress(env.NEXTAUTH_URL, { email, token, from });
      const transport = createTransport({
        url: env.SMTP_URL,
        connectionTimeout: PATIENCE_MILLISECONDS,
        greetingTimeout: PATIENCE_MILLISECONDS,
        socketTimeout: PATIENCE_MILLISECONDS,
      });
      await transport.sendMail({
        to: email,
        from: env.MAIL_FROM,
        ...composeSignInMail(env.NEXTAUTH_URL, link),
      });
    },
  });
}

/** next-auth's question whether an account may sign in; a refusal is answered with a page of ours. */
export function admitting(ctx: Context): Pick<CallbacksOptions, 'signIn' | 'redirect'> {
  return {
    signIn: async ({ user, account, profile, email }) => {
      const verdict =
        account?.type === 'oauth'
          ? await admitAccount(ctx, account.providerAccountId, profile)
          : await admitAddress(ctx, user.email);
      if (verdict.ok) return true;
      const isMailWanted = email?.verificationRequest === true;
      return isMailWanted && !mayBeTold(verdict.reason)
        ? '/sign-in/sent'
        : `/sign-in?error=${verdict.reason}`;
    },
    redirect: ({ url, baseUrl }) =>
      URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl ? url : baseUrl,
  };
}

async function admitAccount(ctx: Context, accountId: string, profile: unknown): Promise<Admission> {
  const claims = claimsInput.parse(profile);
  const owner = await findByAccount(ctx, 'oidc', accountId);
  const email = owner?.email ?? claims.email ?? null;
  return admission(
    {
      email,
      isEmailVerified: claims.email_verified === true,
      isKnownAccount: owner !== null,
      person: owner ?? (email ? await findByEmail(ctx, email) : null),
    },
    rules(),
  );
}

async function admitAddress(ctx: Context, email: string | null | undefined): Promise<Admission> {
  return admission(
    {
      email: email ?? null,
      isEmailVerified: true,
      isKnownAccount: false,
      person: email ? await findByEmail(ctx, email) : null,
    },
    rules(),
  );
}

const rules = () => ({
  allowedDomains: env.ALLOWED_EMAIL_DOMAINS,
  firstAdministrator: env.FIRST_ADMINISTRATOR_EMAIL,
});

/** A list of domains is no secret; who works here, or did, is not told to a stranger with a form. */
function mayBeTold(reason: string): boolean {
  return reason === 'domain' && env.ALLOWED_EMAIL_DOMAINS.length > 0;
}
