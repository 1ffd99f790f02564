import { signInAddress } from '../return-address';

/**
 * Turns an address that next-auth answers with into one of ours, without the host: its error pages
 * become the sign-in page with a reason, anything outside stays as it is.
 */
export function answeredAddress(address: string, site: string, from?: string): string {
  const own = new URL(site);
  const url = new URL(address, own);
  if (url.origin !== own.origin) return url.href;
  const error = url.searchParams.get('error');
  if (error) return signInAddress(from, { error });
  if (url.pathname.endsWith('/verify-request')) return '/sign-in/sent';
  if (url.pathname.startsWith('/api/auth')) return signInAddress(from, { error: 'Callback' });
  return `${url.pathname}${url.search}`;
}
