import 'server-only';
import { env } from '@/foundation/env';

export const isCompanyAccountOn = () => env.OIDC_ISSUER !== undefined;

export const isLinkByMailOn = () => env.SMTP_URL !== undefined;

/** The ways into this installation, and what its sign-in page needs to name them. */
export function waysIn() {
  return {
    companyAccount: isCompanyAccountOn() ? env.OIDC_NAME : null,
    linkByMail: isLinkByMailOn(),
    demo: env.GUILDHALL_DEMO,
    allowedDomains: env.ALLOWED_EMAIL_DOMAINS,
  };
}
