/** The header in which the proxy hands on the address that was asked for. */
export const REQUESTED_PATH = 'x-guildhall-path';

const OURS = 'http://guildhall.invalid';

/**
 * The page to go to after signing in, when it is one of ours; the home page otherwise. A link to
 * the sign-in page must not be able to send its reader to another site.
 */
export function returnAddress(from: string | null | undefined): string {
  if (!from?.startsWith('/') || !URL.canParse(from, OURS)) return '/';
  const url = new URL(from, OURS);
  if (url.origin !== OURS || url.pathname.startsWith('//')) return '/';
  const path = `${url.pathname}${url.search}`;
  return url.pathname === '/sign-in' || url.pathname.startsWith('/sign-in/') ? '/' : path;
}

/** The address of the sign-in page that leads back here afterwards. */
export function signInAddress(from?: string | null, more: Record<string, string> = {}): string {
  const back = returnAddress(from);
  const query = new URLSearchParams({
    ...(back === '/' ? {} : { from: back }),
    ...more,
  }).toString();
  return query ? `/sign-in?${query}` : '/sign-in';
}
