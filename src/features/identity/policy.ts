export type Refusal = 'no-email' | 'unverified-email' | 'domain' | 'left';

export type Admission = { ok: true } | { ok: false; reason: Refusal };

type Applicant = {
  email: string | null;
  /** Whether somebody we trust has seen that the address belongs to the applicant. */
  isEmailVerified: boolean;
  /** Whether this very account was tied to a person before; its e-mail then ties nothing any more. */
  isKnownAccount: boolean;
  /** Whom the organisation's record, or an earlier sign-in, knows under this address. */
  person: { hasLeft: boolean } | null;
};

type Rules = { allowedDomains: readonly string[]; firstAdministrator: string | undefined };

/**
 * Who may sign in. An address that nobody has verified never ties an account to a person, whatever
 * else speaks for it. Who has left stays out, also by an account known from before.
 */
export function admission(applicant: Applicant, rules: Rules): Admission {
  const { email, isEmailVerified, isKnownAccount, person } = applicant;
  if (!email) return { ok: false, reason: 'no-email' };
  if (!isKnownAccount && !isEmailVerified) return { ok: false, reason: 'unverified-email' };
  if (!isAddressAllowed(email, person !== null, rules)) return { ok: false, reason: 'domain' };
  if (person?.hasLeft) return { ok: false, reason: 'left' };
  return { ok: true };
}

/** With no list of domains, only those whom the organisation's record already names may come in. */
export function isAddressAllowed(
  email: string,
  isRecorded: boolean,
  { allowedDomains, firstAdministrator }: Rules,
): boolean {
  if (email === firstAdministrator) return true;
  if (allowedDomains.length === 0) return isRecorded;
  return allowedDomains.includes(email.slice(email.lastIndexOf('@') + 1));
}
