const DAYS = 30;

/** How long a browser stays signed in; the session's row ends at the same instant. */
export const SESSION_SECONDS = DAYS * 24 * 60 * 60;

const NAME = 'guildhall-session';

export function isSecureAddress(address: string): boolean {
  return address.startsWith('https://');
}

/**
 * The cookie that holds a session's token. On https its name begins with `__Host-`, which browsers
 * only accept from this very host, for every path and over https; a neighbour cannot plant one.
 */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

/** What every cookie of ours carries: out of reach of scripts, and of other sites' forms. */
export function cookieOptions(isSecure: boolean) {
  return { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' } as const;
}

/** For as long as a page needs to come: how many browsers were just signed out. */
export const ENDED_COOKIE = 'guildhall-ended';
export const ENDED_SECONDS = 10;
